"""Tells pages that a server or a browser wrote in the publisher's stead: errors, questions to robots.

Read as an article, such a page would be a source that nobody wrote. It has few words, and one of its
lines says in a set phrase that what was asked for is not shown; an article that speaks of such things
has more to say.
"""

from collections.abc import Sequence

from briefing.cleaning.lines import Feature
from briefing.text.lazy import Lazy

_MOST_WORDS, _MOST_LOOSE = 120, 60
"""Words of the paragraphs of a page that was not shown: where the whole line is such a phrase or speaks
to the reader, and where the phrase may be said of another page, too."""
_SAID_BY = 12
"""Lines at the top of the page of which one may say so."""
_LONGEST = 400
_NUMBER = r"(?:40[0-9]|410|429|451|50[0-4])"
_TOLD = Lazy(
    rf"^\W*(?:{_NUMBER}|(?:http[ -]?)?(?:error|fehler|erreur|errore|erro|fout|fel|feil|fejl|błąd|chyba|"
    rf"ошибка|помилка|hata|エラー|错误|錯誤)?\W{{0,2}}{_NUMBER}\W{{1,3}}"
    r"(?:forbidden|(?:page )?not found|error|gone|bad (?:gateway|request)|too many requests|unauthorized|"
    r"unavailable (?:due to|for) legal reasons|service (?:temporarily )?unavailable"
    r"|internal server error|"
    r"gateway time-?out)|"
    rf"(?:http[ -]?)?(?:error|fehler|erreur|errore|erro|fout|fel|feil|fejl|błąd|chyba|ошибка"
    rf"|помилка|hata|"
    rf"エラー|错误|錯誤)\W{{0,3}}{_NUMBER}|{_NUMBER}\W{{0,3}}(?:error|fehler|erreur|エラー|错误|錯誤)|"
    r"access (?:to this page )?(?:has been |is )?denied|(?:sorry, )?you have been blocked|"
    r"forbidden|page not found|not found|just a moment|attention required!?.{0,20}|robot check|"
    r"are you a (?:robot|human)|pardon our interruption|access to this site has been limited|"
    r"seite nicht gefunden|zugriff verweigert|page (?:introuvable|non trouvée)|accès refusé|"
    r"página no encontrada|acceso denegado|pagina non trovata|accesso negato|página não encontrada|"
    r"acesso negado|pagina niet gevonden|toegang geweigerd|sidan hittades inte|siden (?:ble |blev )?ikke "
    r"fun[nd]et|sivua ei löyd\w+|(?:nie znaleziono strony|strona nie istnieje|odmowa dostępu)|"
    r"stránka nen[ae]lezena|страница не найдена|доступ (?:запрещ[её]н|ограничен)|сторінку не знайдено|"
    r"sayfa bulunamadı|erişim engellendi|η σελίδα δεν βρέθηκε|az oldal nem található|الصفحة غير موجودة|"
    r"ページが見つかりません(?:でした)?|(?:页面|頁面)(?:不存在|未找到)|找不到(?:页面|頁面)|访问被拒绝|"
    r"페이지를 찾을 수 없습니다|halaman tidak ditemukan)\W*$"
)
"""A line that holds nothing else."""
_TO_READER = Lazy(
    r"\bverify(?:ing)? (?:that )?you(?: a|’|')re (?:a |not a )?(?:human|robot)"
    r"|\bchecking (?:your browser|if the site connection is secure)"
    r"|\b(?:do not|don[’']t) have permission to (?:access|view)"
    r"|\benable (?:js|javascript) and (?:cookies|disable)"
    r"|\bunusual (?:traffic|activity) from your"
    r"|\b(?:page|article) you (?:were|are|requested|have requested).{0,30}(?:not|n[’']t|cannot) "
    r"|\b(?:page|article) you(?: a|’|')re looking for\b"
    r"|\byou (?:have been|are being|were|are) blocked\b|\bcloudflare ray id\b"
    r"|\bunavailable (?:to|for) visitors from|\bcountry belonging to the european economic area"
    r"|\blet us know you[’']re not a robot|\bnot available in your (?:country|region|location|area)\b"
    r"|\bthis site can[’']t be reached|\btrouble finding that site|\bcan[’']t connect to the server"
    r"|\byour (?:connection is not private|browser does not support javascript)"
    r"|\byou are (?:using|currently using) an ad[ -]?blocker|\b(?:err|ns_error)_[a-z_]{4,}"
    r"|\bsie (?:nutzen|verwenden|haben) (?:einen |ihren )?(?:ad-?|werbe)blocker"
    r"|\b(?:dass sie|sie) (?:ein mensch|kein roboter) sind"
    r"|\b(?:von ihnen (?:aufgerufene|gesuchte|angeforderte)|gewünschte|angeforderte) (?:seite|url)\b"
    r"|\bpage (?:que vous (?:cherchez|recherchez|avez demandée)|demandée)\b"
    r"|\bpágina que (?:busca|está buscando|buscas|intenta|solicit|você (?:procura|está procurando))"
    r"|\bpagina che (?:stai cercando|cerchi|hai (?:cercato|richiesto))"
    r"|\bpagina die (?:u|je) (?:zoekt|zocht|probeert)|\bstron\w+, której szuka"
    r"|\b(?:sidan|siden) (?:som )?(?:du|ni) (?:söker|letar efter|leter etter|leder efter|ser etter)"
    r"|\bstránk\w+, kterou (?:hledáte|požadujete)|\bзапр\w+ (?:вами )?страница|\bстраница, которую вы"
    r"|\baradığınız sayfa|\bσελίδα που (?:ζητήσατε|αναζητάτε|ψάχνετε)|\bhalaman yang anda (?:cari|minta)"
    r"|الصفحة التي تبحث عنها|お探しのページ|ご指定のページ|"
    r"您(?:访问|要?查看|请求|要找)的(?:页面|网页|文章)|您(?:訪問|要?查看|請求|要找)的(?:頁面|網頁|文章)"
    r"|요청하신 페이지|찾으시는 페이지"
)
"""What speaks to the reader of the page that is not there."""
_SCRIPT = (
    r"(?:enable|disabled|aktivier\w*|deaktiviert|activ\w+|désactivé|desactivado|abilita\w*|disabilitato|"
    r"ativ\w+|schakel|inschakelen|włącz\w*|wyłącz\w*|povol\w*|zapn\w+|включ\w+|отключ[её]н|увімкн\w+|"
    r"etkinleştir\w*|slå på|aktivera|有効|启用|啟用|활성화)"
)
_BLOCKER = (
    r"(?:ad[ -]?block\w*|werbeblocker|bloqueurs? de pub\w*|bloqueador\w* de (?:anuncios|publicidad)|"
    r"blokowani\w+ reklam|reklam engelleyici\w*|блокировщик\w* реклам\w*|広告ブロック)"
)
_OFF = (
    r"(?:disabl\w+|turn(?:ing)? off|whitelist\w*|pause|deaktivier\w*|abschalten|désactiv\w+|desactiv\w+|"
    r"disattiv\w+|desativ\w+|uitschakel\w*|wyłącz\w*|vypn\w+|отключ\w+|kapat\w*|无効|解除)"
)
_LOOSE = Lazy(
    rf"\b(?:javascript|js)\b.{{0,60}}{_SCRIPT}|{_SCRIPT}.{{0,60}}\b(?:javascript|js)\b"
    rf"|{_BLOCKER}.{{0,80}}{_OFF}|{_OFF}.{{0,80}}{_BLOCKER}"
    r"|\b(?:page|article|story|content|link|nothing)\b.{0,50}\b(?:(?:can(?:not|[’']t)|could(?: not"
    r"|n[’']t)|"
    r"was(?: not|n[’']t)) (?:be )?found|found at this|(?:does not|doesn[’']t|no longer) exists?|"
    r"(?:is |are )?(?:no longer|not) available|(?:currently|is|are) unavailable|"
    r"has (?:been (?:removed|deleted|moved)|expired|moved))"
    r"|\b(?:please )?(?:log|sign) ?in to (?:continue|view|proceed|access)\b|^(?:please )?sign in to your"
    r"|\b(?:under|for|due to) (?:scheduled |planned |routine )?maintenance\b"
    r"|\b(?:seite|artikel|inhalt|beitrag)\b.{0,60}\b(?:nicht (?:gefunden|mehr verfügbar|verfügbar"
    r"|erreichbar|"
    r"mehr vorhanden)|existiert nicht|gelöscht|verschoben|gewartet)|^\W*wartungsarbeiten"
    r"|\b(?:page|article|contenu)\b.{0,60}\b(?:introuvable|n[’']existe (?:pas|plus)|n[’']est (?:pas"
    r"|plus) "
    r"(?:disponible|accessible))"
    r"|\b(?:página|artículo|contenido|noticia|artigo|conteúdo)\b.{0,60}\b(?:no existe"
    r"|no (?:se encuentra|está) "
    r"disponible|no (?:fue|se ha|ha sido) encontrad\w+|não (?:existe|foi encontrad\w+"
    r"|está (?:mais )?disponível))"
    r"|\b(?:pagina|articolo|contenuto)\b.{0,60}\bnon (?:esiste|è (?:stat\w )?(?:più )?(?:trovat\w"
    r"|disponibile))"
    r"|\b(?:pagina|artikel)\b.{0,60}\b(?:niet (?:gevonden|meer beschikbaar|beschikbaar)|bestaat niet)"
    r"|\b(?:sidan|artikeln|siden|artikkelen|artiklen)\b.{0,60}\b(?:hittades inte|finns inte|finnes ikke|"
    r"findes ikke|ikke (?:lenger )?tilgjengelig|ikke (?:længere )?tilgængelig)"
    r"|\bstron\w+\b.{0,60}\b(?:nie istnieje|nie została znaleziona|została usunięta)"
    r"|\bstránk\w+\b.{0,60}\b(?:neexistuje|nebyla nalezena|nebola nájdená)"
    r"|\bстраниц\w+\b.{0,60}\b(?:не найдена|не существует|удалена)"
    r"|\bсторінк\w+\b.{0,60}\bне (?:знайдено|існує)"
    r"|\bsayfa\w*\b.{0,60}\b(?:bulunamadı|mevcut değil)|\bσελίδα\b.{0,60}\bδεν (?:βρέθηκε|υπάρχει)"
    r"|\boldal\w*\b.{0,60}\bnem (?:található|létezik)|\bpagina\b.{0,60}\bnu (?:a fost găsită|există)"
    r"|\bhalaman\b.{0,60}\btidak (?:ditemukan|tersedia)|الصفحة.{0,40}(?:غير موجودة|غير متاحة)"
    r"|(?:页面|頁面|网页|網頁|文章|内容|內容).{0,16}(?:不存在|已被?删除|已被?刪除|找不到|无法访问|無法訪問)"
    r"|(?:ページ|記事).{0,16}(?:見つかりません|存在しません|削除され)|掲載期間.{0,6}終了"
    r"|(?:페이지|기사).{0,16}(?:찾을 수 없|존재하지 않|삭제되)"
)
"""What an article may say of another page; where hardly anything else is here, it is said of this one."""


def is_refusal(features: Sequence[Feature], body: Sequence[int]) -> bool:
    """Whether a server or a browser answered instead of the publisher; `body` are the paragraphs."""
    count = 0
    for index in body:
        count += features[index].count
        if count > _MOST_WORDS:
            return False
    patterns = (_TOLD, _TO_READER, _LOOSE) if count <= _MOST_LOOSE else (_TOLD, _TO_READER)
    top = range(min(_SAID_BY, len(features)))
    lines = dict.fromkeys((*top, *body))
    small = [words.lower() for at in lines if len(words := features[at].text) <= _LONGEST]
    return any(pattern.search(words) for words in small for pattern in patterns)
