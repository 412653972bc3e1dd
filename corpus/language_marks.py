"""Marks by which Kazakh, Russian and English tell themselves apart. Data only.

Only words and endings that one of the languages has for its own: «не» (Kazakh
"what", Russian "not"), «да», «бар», «осы» and the like are left out.
"""

from __future__ import annotations

import re
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Function words of Kazakh, spelled with and without its own letters.
KK_WORDS: Final = _words(
    """
    және жане мен пен бен немесе туралы бойынша үшін ушин осы сол бұл бул деген
    кім ким кімге кімнің кандай қандай қай кай қашан кашан қанша канша неше неге
    қалай калай қайда кайда болып болады болған болган керек емес жоқ жок сайын
    дейін дейин кейін кейин арқылы аркылы қарсы карсы сәйкес сайкес тиіс тиис
    ма ме ба бе па арналған арналган жылғы жылгы жылы жыл іске асыру иске туралы
    жөніндегі жонинде жөнінде қатысты катысты бұдан өзге барлық барлык ретінде
    сондай сондай-ақ оның онын олар жауапты кімдер нені қанда нешінші алдын
    бекітілсін мынадай ескерту ескертпе қайсы қайсысы кайсы айтшы керегі айт көрсет
    тізімде атап түсіндір білдіреді білдиреди мерзімі жауапкер бап бабы бабын
    бабында бабына тармак тармагы тармакша тарау тарауы
    """
)
#: Function words of Russian that Kazakh texts do not use.
RU_WORDS: Final = _words(
    """
    и в на что кто как для по от из за с к о об при или чей чья чьи чем чему кого
    кому ком где когда какой какая какие каков какова какое каких какому какую
    сколько почему зачем ли это этот эта эти тот того той быть был была были есть
    нет под над через между без до со во ко у его её ее их они он она оно мы вы
    все всех также если чтобы который которые которого которой которым каким чего
    только уже ещё еще нужно надо можно срок сроки согласно такое такой указанный
    является являются а но же бы про пункт ст пост какому-либо настоящего
    настоящий настоящее настоящей нем ней ними ним ею расскажи покажи перечисли
    объясни назови найди дай расшифровка значение определение указ указа указу
    указом указе статья статьи статье статью пп подп абз
    """
)
#: Function words and question words of English.
EN_WORDS: Final = _words(
    """
    the a an of and or to in on at by for from with without is are was were be been
    what which who whom whose when where why how many much does do did has have had
    must shall may can should will would it its this that these those not under
    between before after into as if there any all each than then until since about
    against per no yes still only within during over their they them he she
    explain show list tell give find describe define name compare meaning definition
    deadline responsible measure measures article point
    """
)
#: Spellings that Russian orthography rules out.
#: Matches «кукык», «жылы», «баскаруы»; must not match «отцы», «жители», «выучит».
KK_SPELLING: Final = re.compile(r"[кгхжш]ы|уы")
#: Endings of Kazakh that need none of its own letters.
#: Matches «органдары», «мекемелер», «шараларды»; not «лидер», «товары».
KK_ENDING: Final = re.compile(
    r"(?<=[а-я]{3})(?:[лдт]ар(?:ы|дын|ды|га|дан|мен|ын|ына|ында)?"
    r"|иясы(?:н|на|нда|мен)?|лер(?:и|дин|ди|ге|ин|ине|инде)?|ллык|дык|тык|лык|лик|дик|тик"
    r"|[дтн]ын|[дтн]ин|[аы]тын|йтын|йды|йди|ады|еди|сында|синде|сынан"
    r"|сына|сине|ында|инде|ылган|илген|лау|леу|дау|деу|тыру|дыру|ауы)$"
)
#: Endings of Russian that loans in Kazakh do not carry.
#: Matches «мероприятий», «ответственный», «срока-ми»; not «комиссия», «орган».
RU_ENDING: Final = re.compile(
    r"(?<=[а-яё]{2})(?:[оеи]го|[оеы]му|[ыи]ми|[ыи]х|[ыои]й|[ая]я|[ое]е|[ыи]е|ую|юю"
    r"|ть|ться|тся|ешь|ишь|ет|ют|ит|ят|ение|ания|ения|ание|ости|остью|ость|ами|ями"
    r"|[ая]х|ов|ием|иям|ию|ции|ной|ной|щи[йхе]|ство|ства|ству|стве|ка|ки|ку|кой)$"
)
#: Letters of Russian that Kazakh words hardly hold. Must not match «ц», «ф».
RU_LETTER: Final = re.compile(r"[щъё]")
#: Kazakh typed in Latin letters: letters, digraphs, endings that English lacks.
#: Matches "qaulı", "zhauapty", "ministrlik"; not "deputy", "quality", "boundary".
KK_LATIN: Final = re.compile(
    r"[äğñöūüşıə]|q(?!u)|zh"
    r"|(?<=[a-z]{3})(?:l[iy][kq]|[dt]y[kq]|[ndt]yn|syn|aldy|eldi|sh[yi]l|ushy)$"
)
