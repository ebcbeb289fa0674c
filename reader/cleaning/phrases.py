"""Phrases of page debris, in Indonesian and English. Patterns match whole lines, so that sentences are safe."""

from __future__ import annotations

import re

_I = re.I

READ_ALSO = re.compile(
    r"(?:baca|simak|lihat|tonton|dengarkan)\s+(?:juga|pula|selengkapnya|lainnya)\b.*"
    r"|(?:read|see|watch|listen)\s+(?:also|more|next)\b.*|also\s+read\b.*"
    r"|related(?:\s+(?:stories|story|articles?|news|posts?|topics?|coverage|content|links?))?\s*:?\s*$"
    r"|related\s*:.{0,200}|(?:berita|artikel)\s+(?:terkait|lainnya|terpopuler|populer|pilihan)\s*:?\s*$"
    r"|more\s+(?:from|on|stories|news|in)\b.{0,60}$|you\s+(?:may|might)\s+(?:also|like)\b.{0,60}$"
    r"|(?:rekomendasi|terpopuler|terkini|trending|most\s+(?:read|popular))\b.{0,30}$"
    r"|(?:recommended|suggested)(?:\s+(?:for\s+you|stories|reading|videos?))?\s*:?\s*$"
    r"|(?:up\s+next|related\s+(?:videos?|publications|reports)|further\s+reading)\s*:?\s*$"
    r"|(?:lesen\s+sie\s+(?:auch|hier|mehr|dazu)|lesetipps?|mehr\s+(?:zum\s+thema|dazu|zu)|auch\s+(?:interessant|lesenswert)|das\s+könnte\s+sie)\b.*"
    r"|(?:à\s+lire|lire\s+(?:aussi|également|plus|la\s+suite)|voir\s+aussi|sur\s+le\s+même\s+sujet)\b.*"
    r"|(?:lea?(?:er|a)?\s+(?:también|más|además)|te\s+puede\s+interesar|ver\s+(?:también|más)|más\s+información|noticias?\s+relacionadas?)\b.*"
    r"|(?:leia\s+(?:também|mais)|saiba\s+mais|veja\s+(?:também|mais)|leggi\s+(?:anche|qui|tutto)|potrebbe\s+interessarti|guarda\s+anche)\b.*"
    r"|(?:les|läs|læs)\s+(?:også|också|även|mer|mere)\b.*|lees\s+(?:ook|meer|verder)\b.*|(?:lue\s+(?:myös|lisää)|czytaj\s+(?:też|także|więcej|również)|"
    r"zobacz\s+(?:też|także|również)|přečtěte\s+si|čtěte\s+(?:také|více)|citește\s+și|olvassa\s+el|ayrıca\s+(?:oku|bak)|ilgili\s+haber|читайте\s+(?:также|ещё|еще)|"
    r"читать\s+(?:также|далее)|читайте\s+також|اقرأ\s+(?:أيضا|أيضًا|المزيد)|यह\s+भी\s+पढ़ें|ये\s+भी\s+पढ़ें)\b.*"
    r"|[【［\[]?(?:関連記事|あわせて読みたい|関連ニュース|相关阅读|相关新闻|延伸閱讀|相關新聞|관련\s?기사)[】］\]]?.*",
    _I,
)
READ_ALSO_HEAD = re.compile(
    r"(?:baca|simak|lihat|tonton)\s+(?:juga|pula)\s*[:.]?|(?:read|see)\s+also\s*[:.]?|also\s+read\s*[:.]?|read\s+(?:more|next)\s*[:.]?"
    r"|related(?:\s+(?:stories|story|articles?|news|posts?))?\s*[:.]?|(?:berita|artikel)\s+(?:terkait|lainnya|pilihan)\s*[:.]?",
    _I,
)
FOLLOW = re.compile(
    r"(?:follow|like)\s+(?:us|our|berita|akun|me)?\b.{0,80}(?:google\s*news|twitter|facebook|instagram|whatsapp|telegram|tiktok|threads|youtube|\bX\b|channel).{0,40}$"
    r"|follow\s+(?:us|berita)\b.{0,80}$"
    r"|(?:ikuti|dapatkan|simak)\b.{0,100}(?:google\s*news|whatsapp|telegram|saluran|aplikasi|channel|kanal|instagram|facebook|twitter|media\s+sosial).{0,80}$"
    r"|(?:sign\s+up|subscribe)\b.{0,120}$|(?:get|receive)\s+(?:our|the)\b.{0,60}(?:newsletter|inbox|app|alerts?).{0,60}$"
    r"|(?:unduh|download)\b.{0,40}(?:aplikasi|app)\b.{0,60}$|berlangganan\b.{0,80}$|langganan\b.{0,60}$"
    r"|gabung\b.{0,80}(?:telegram|whatsapp|channel|grup).{0,60}$|join\b.{0,60}(?:telegram|whatsapp|channel).{0,60}$"
    r"|(?:\W{0,4}(?:please|please\s+consider|click\s+here\s+to)\s+)(?:sign(?:ing)?\s+up|subscrib(?:e|ing)|follow|donat(?:e|ing)|shar(?:e|ing)|support(?:ing)?\s+(?:us|our))\b.{0,160}$"
    r"|[^.!?]{3,120}[?!]\s+(?:(?:please|then|just)\s+)?(?:sign\s+up|subscribe|follow\s+(?:me|us)|become\s+a|let\s+us\s+know|tell\s+us|e-?mail\s+us|click\s+here)\b.{0,200}$"
    r"|(?:donate|become\s+a\s+(?:member|subscriber|paid\s+subscriber|supporter))\b.{0,120}$|support\s+(?:our|us|independent)\b.{0,160}(?:journalism|reporting|mission|donat|contribut|membership).{0,80}$"
    r"|(?:listen|subscribe|find\s+us)\b.{0,40}\bon\s+(?:spotify|apple\s+podcasts?|google\s+podcasts?|itunes)\b.{0,120}$"
    r"|.{0,80}\bsign\s+up\s+(?:for\s+(?:it|our|the|my|free)|here|now|to\s+(?:our|get|receive))\b.{0,120}$"
    r"|(?:—\s*|–\s*)?contact\s+.{3,60}\s+at\s+\S+@\S+.{0,120}$|(?:e-?mail|contact)\s+us\s+at\s+\S+.{0,60}$"
    r"|.{0,30}\bnewsletter\b.{0,40}(?:abonnieren|anmelden|bestellen|inscri|suscr|abonne|iscri|subscr|sign).{0,100}$"
    r"|(?:abonnieren\s+sie|folgen\s+sie\s+uns|jetzt\s+abonnieren|abonnez-vous|inscrivez-vous|suivez-nous|suscríbete|suscríbase|síguenos|inscreva-se|"
    r"siga-nos|assine|iscriviti|seguici|abonneer|volg\s+ons|følg\s+oss|følg\s+os|följ\s+oss|prenumerera|abonner|tilaa|seuraa\s+meitä|"
    r"zapisz\s+się|obserwuj\s+nas|подписывайтесь|подпишитесь|abone\s+ol)\b.{0,160}$",
    _I,
)
SHARE = re.compile(
    r"(?:share|bagikan|sebarkan|tweet|pin\s+it|copy\s+link|salin\s+(?:link|tautan)|print|cetak|email|e-mail|kirim|save|simpan|"
    r"facebook|twitter|whatsapp|telegram|linkedin|pinterest|instagram|tiktok|youtube|threads|line|x|reddit|"
    r"(?:share|bagikan)\s+(?:this|on|to|via|ke|di|artikel|berita|ini)\b.{0,40}|(?:click|klik)\s+(?:to|untuk)\s+(?:share|bagikan|berbagi)\b.{0,40}"
    r"|sos[ic]ial\s+media|media\s+sosial|sosial\s+media)\s*[:!]?",
    _I,
)
COUNTER = re.compile(
    r"[\d.,]+\s*(?:[KkMm]|rb|jt|ribu|juta)?(?:\s*(?:x|kali))?\s*(?:views?|shares?|likes?|comments?|komentar|dilihat|pembaca|dibagikan|kali\s+dibaca|reads?|tayangan|suka|balasan|replies)?"
    r"|(?:views?|shares?|dilihat|dibaca|komentar|comments?)\s*[:(]?\s*[\d.,]+\s*(?:[KkMm]|rb|jt|ribu|juta)?\s*\)?(?:\s*(?:kali|x))?",
    _I,
)
READING_TIME = re.compile(
    r"(?:(?:waktu|lama)\s+baca\s*:?\s*)?(?:estimasi\s*)?\d{1,3}\s*(?:-\s*)?(?:min(?:ute)?s?|menit)\s*(?:read(?:ing)?(?:\s+time)?|baca|membaca|to\s+read)?"
    r"|(?:reading\s+time|waktu\s+baca)\s*:?\s*\d{1,3}\s*(?:min(?:ute)?s?|menit)?",
    _I,
)
COMMENTS = re.compile(
    r"(?:komentar|comments?|leave\s+a\s+(?:comment|reply)|tinggalkan\s+komentar|tulis\s+komentar|beri\s+komentar|kirim\s+komentar|post\s+a\s+comment|"
    r"view\s+comments|lihat\s+komentar|\d+\s+(?:comments?|komentar)|join\s+the\s+(?:conversation|discussion)|cancel\s+reply|balas|reply)\s*(?:\(\s*\d*\s*\))?\s*[:.]?",
    _I,
)
SITE_PARTS = re.compile(
    r"(?:home|beranda|news|berita|menu|search|cari|pencarian|log\s*in|masuk|daftar|register|sign\s*in|skip\s+to\s+(?:main\s+)?content|advertisement|iklan|"
    r"sponsored|promoted|scroll\s+(?:to\s+continue|untuk\s+melanjutkan)\b.{0,60}|lanjutkan\s+membaca\b.{0,40}|advertisement\s*-?\s*scroll\b.{0,40}|"
    r"additional\s+(?:js|css)|powered\s+by\b.{0,40}|loading\.{0,3}|memuat\.{0,3}|back\s+to\s+top|kembali\s+ke\s+atas|next|previous|prev|selanjutnya|"
    r"sebelumnya|selengkapnya|load\s+more|muat\s+lebih\b.{0,20}|show\s+more|see\s+all|lihat\s+semua|close|tutup|tags?|topik|topics?|label|indeks|"
    r"copyright\b.{0,100}|hak\s+cipta\b.{0,100}|©.{0,120}|all\s+rights\s+reserved\b.{0,60}|privacy\s+policy|kebijakan\s+privasi|terms\s+(?:of|and)\b.{0,30}|"
    r"tentang\s+kami|about\s+us|kontak(?:\s+kami)?|contact(?:\s+us)?|redaksi|pedoman\s+media\s+siber|karir|careers|sitemap|disclaimer|rss|dark\s+mode|"
    r"mode\s+gelap|text\s+size|ukuran\s+(?:huruf|font|teks)|a[+-]|listen\s+to\s+(?:this\s+)?article|dengarkan\s+artikel|live|video|foto|photos?|gallery|galeri|"
    r"halaman\s*:?|page|\d+\s*(?:/|of|dari)\s*\d+|more|less)\s*[:>»›|]?",
    _I,
)
# The pages of an article cut into several: a call to turn the page, or their numbers from 1 on.
PAGER = re.compile(
    r"[«‹<←\s]*(?:(?:(?:baca|lihat|ke|read|go\s+to)\s+)?(?:halaman|laman|hal\.?)\s+(?:selanjutnya|berikutnya|sebelumnya)|"
    r"(?:(?:read|go\s+to)\s+)?(?:the\s+)?(?:next|previous|prev)\s+page|(?:selanjutnya|berikutnya|next)\s*:?\s*(?:halaman|page)\s+\d{1,2}|berikutnya|"
    r"(?:halaman|laman|hal\.?|page)\s*:?\s*\d{1,2}(?:\s+(?:dari|of)\s+\d{1,2})?|"
    r"(?:(?:prev(?:ious)?|sebelumnya)\s*)?(?:(?:halaman|laman|hal\.?|pages?)\s*:?\s*)?[\[(]?1[\])]?(?:(?:\s+|\s?[|·•,/]\s?)[\[(]?\d{1,2}[\])]?){1,30}"
    r"(?:\s*(?:\.{3}|…)\s*\d{1,3})?\s*[|·•]?\s*(?:next(?:\s+page)?|(?:halaman\s+)?(?:selanjutnya|berikutnya)|last|terakhir|all|semua|"
    r"show\s+all|view\s+all|tampilkan\s+semua|lihat\s+semua)?)[»›>→:\s]*",
    _I,
)
_COUNTED = re.compile(r"\d+")


def is_pager(text: str) -> bool:
    """Return A line that only turns the pages of an article; bare numbers must count up from one, or they are a
    table's."""
    if len(text) > 120 or PAGER.fullmatch(text) is None:
        return False
    numbers = [int(number) for number in _COUNTED.findall(text)]
    counted = len(numbers) < 2 or numbers[:2] == [1, 2] or text.lower().find(" of ") > 0 or " dari " in text.lower()
    return counted and (len(numbers) > 2 or any(letter.isalpha() for letter in text))


EDITOR = re.compile(
    r"(?:editor|penyunting|edited\s+by|redaktur|sub-?editor|copy\s*editor)\s*(?::\s*|\s+)(?P<name>.{2,80})", _I
)
BYLINE = re.compile(
    r"(?:by|oleh|penulis|reporter|wartawan|writer|laporan|pewarta|kontributor|author|written\s+by|reported\s+by|ditulis\s+oleh)"
    r"(?:\s*:\s*|\s+)(?P<name>[^\W\d_][\w .,'’&/|-]{1,100})",
    _I,
)
BY = re.compile(
    r"^(?:(?:written|reported|story|text|words)\s+)?(?:by|oleh|penulis|von|par|por|di|av|af|door|texto?|tekst|autor(?:in)?|author)\s*:?\s+",
    _I,
)
CREDIT = re.compile(
    r"(?:\(?\s*(?:foto|photo|image|picture|ilustrasi|illustration|gambar|sumber\s+foto|photo\s+credit|credit|file\s+photo|foto\s+arsip|dok\.?|grafis|video)s?"
    r"(?:\s*(?:by|oleh|courtesy)\b|\s*[:/(]|\s*©).{0,250}|.{0,250}(?:getty\s+images|\bAFP\b.{0,15}|/\s*reuters|/\s*antara(?:\s+foto)?|\(\s*(?:foto|photo|ap|antara|reuters|istimewa)\b[^)]{0,60}\)"
    r"|\[\s*(?:foto|photo)[^\]]{0,80}\]|shutterstock|unsplash|\bist\b\s*/.{0,30})\s*[).]?)",
    _I,
)
_MONTHS = (
    r"jan(?:uari|uary)?|feb(?:ruari|ruary)?|mar(?:et|ch)?|apr(?:il)?|mei|may|jun[ei]?|jul[yi]?|agu(?:stus|st)?|aug(?:ust)?|sep(?:t(?:ember)?)?|"
    r"o[kc]t(?:ober)?|no[vp](?:ember)?|de[sc](?:ember)?"
)
_WEEKDAYS = (
    r"sen(?:in)?|sel(?:asa)?|rab(?:u)?|kam(?:is)?|jum(?:at|[’']at)?|sab(?:tu)?|min(?:ggu)?|ming|mon(?:day)?|tues?(?:day)?|"
    r"wed(?:nesday)?|thu(?:rs)?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
)
DATE = re.compile(
    rf"(?=.*\d)(?:(?:published|updated|posted|last\s+updated|diterbitkan|diperbarui|dipublikasikan|terbit|tayang|update|diunggah|rilis|on|pada)\b\s*:?\s*(?:on|at|pada)?\s*)?"
    rf"(?:(?:{_WEEKDAYS})\.?\s*[,/]?\s*)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[\s./-]*(?:{_MONTHS})\.?[\s.,/-]*\d{{2,4}}|\d{{1,2}}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?\d{{2,4}}|(?:{_MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\s*,?\s*\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})"
    rf"[\s,|•·-]*(?:(?:at|pukul|jam|-|T)?\s*\d{{1,2}}[.:]\d{{2}}(?:[.:]\d{{2}})?\s*(?:am|pm|a\.m\.|p\.m\.)?\s*(?:WIB|WITA|WIT|GMT|UTC|EST|EDT|ET|BST|CET|Z|[+-]\d{{2}}:?\d{{2}})?)?\s*"
    rf"(?:WIB|WITA|WIT)?",
    _I,
)


# What stands where a post or film would be that the reader has not consented to.
CONSENT = re.compile(
    r"empfohlener\s+(?:redaktioneller|externer)\s+inhalt|externen?\s+inhalte?\s+(?:anzeigen|laden)|an\s+dieser\s+stelle\s+(?:finden|steht)\b.{0,200}extern.*"
    r"|.*(?:personenbezogene\s+daten\s+an\s+drittplattformen|damit\s+einverstanden,\s+dass\s+mir\s+(?:der\s+)?externe).*"
    r"|(?:to\s+(?:view|see|display)\s+this\s+(?:content|embed|post|video),?\s+)?(?:please\s+)?(?:allow|accept|enable|update\s+your)\s+(?:\w+\s+)?cookies?\b.{0,160}"
    r"|(?:this\s+(?:content|embed|post|video)\s+)(?:is\s+(?:hosted|provided|published)\s+by|may\s+use\s+cookies|could\s+not\s+be\s+loaded|is\s+not\s+available).{0,260}"
    r"|(?:este|esse)\s+conte(?:nido|údo)\s+.{0,60}cookies.{0,160}|ce\s+contenu\s+(?:n'a\s+pas\s+pu|est\s+bloqué|provient).{0,260}"
    r"|(?:konten|video)\s+ini\s+(?:tidak\s+dapat|memerlukan)\b.{0,160}",
    _I,
)
SUPPORT = re.compile(
    r"(?:.{0,120}[?!.]\s+)?(?:dann\s+)?(?:bitte\s+)?(?:unterstützen\s+sie|spenden\s+sie|unterstütze)\b.{0,200}(?:spende|mitglied|abo|journalismus).{0,200}"
    r"|(?:.{0,120}[?!.]\s+)?(?:apoya|apóyanos|haz(?:te)?\s+(?:socio|una\s+donación)|dona(?:te|r)?|soutenez|faites\s+un\s+don|sostieni|doe|steun)\b.{0,200}"
    r"(?:donaci|socio|suscri|don\b|dons\b|journalis|périodis|periodis|abonn|donaz|giornalis|lid\b).{0,200}",
    _I,
)


def is_call(text: str) -> bool:
    """Return A call to follow, sign up, give or consent, as a whole line."""
    if len(text) < 260 and FOLLOW.fullmatch(text) is not None:
        return True
    return len(text) < 500 and (CONSENT.fullmatch(text) is not None or SUPPORT.fullmatch(text) is not None)
