"""Importing this loads all dictionaries, for processes that must begin at once."""

from indexer.readings import read

for _language in ("kk", "ru", "en"):
    read("Бекітілсін. Утвердить. Approve.", _language)
