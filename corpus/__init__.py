"""The acts: files as given, and the exact records that are read from them."""
