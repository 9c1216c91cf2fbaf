"""The months' names, as newspapers of many languages write them.

A name that means one month here and another there (listopad: October in Zagreb, November in
Prague) is left out: what is ambiguous is not read.
"""

_NAMES = (
    (
        "january jan januar jänner jaanuar janvier janv enero ene janeiro gennaio gen gener januari "
        "ianuarie január januára januara siječnja leden ledna styczeń stycznia tammikuuta ocak "
        "yanvar janar январь января янв січня януари јануар ιανουαρίου ιανουάριος ιαν "
        "يناير ژانویه ינואר בינואר जनवरी জানুয়ারি"
    ),
    (
        "february feb februar feber february február februára februara februari februarie febrero "
        "fevereiro fev febbraio febrer février févr fév veljače únor února luty lutego helmikuuta "
        "veebruar şubat fevral shkurt февраль февраля фев лютого февруари фебруар φεβρουαρίου "
        "φεβρουάριος φεβ فبراير شباط فوریه פברואר בפברואר फरवरी फ़रवरी ফেব্রুয়ারি"
    ),
    (
        "march mar märz mrz mars marts marzo março març maart mrt maret mac martie marec marca "
        "március märts ožujka březen března marzec maaliskuuta mart март марта мар березня "
        "μαρτίου μάρτιος μαρ مارس آذار מרץ במרץ מרס במרס मार्च মার্চ"
    ),
    (
        "april apr avril avr abril abr aprile aprilie apríla április aprill aprila travnja duben "
        "dubna kwiecień kwietnia huhtikuuta nisan aprel prill апрель апреля апр квітня април "
        "απριλίου απρίλιος απρ أبريل ابريل إبريل نيسان آوریل אפריל באפריל अप्रैल এপ্রিল"
    ),
    (
        "may mai maj mayo maio maggio mag maig mei mája május maja svibnja květen května "
        "toukokuuta mayıs май мая травня мај μαΐου μαίου μάιος μαϊ مايو أيار מאי במאי मई মে"
    ),
    (
        "june jun juni juin junio junho giugno giu juny iunie junij júna június juuni juna lipnja "
        "červen června czerwiec czerwca kesäkuuta haziran iyun qershor июнь июня июн червня "
        "юни јун ιουνίου ιούνιος ιουν يونيو يونيه حزيران ژوئن יוני ביוני जून জুন"
    ),
    (
        "july jul juli juillet juil julio julho luglio lug juliol julai iulie julij júla július "
        "juuli jula srpnja červenec července lipiec lipca heinäkuuta temmuz iyul korrik июль июля "
        "июл липня юли јул ιουλίου ιούλιος ιουλ يوليو يوليه تموز ژوئیه יולי ביולי जुलाई জুলাই"
    ),
    (
        "august aug août aout agosto ago agost augustus augusti agustus ogos avgust augusta "
        "augusztus kolovoza srpen srpna sierpień sierpnia elokuuta ağustos avqust gusht август "
        "августа авг серпня αυγούστου αύγουστος αυγ أغسطس اغسطس آب اوت אוגוסט באוגוסט अगस्त আগস্ট"
    ),
    (
        "september sep sept septembre septiembre setiembre setembro set settembre setembre "
        "septembrie szeptember septembra septembar rujna září wrzesień września syyskuuta eylül "
        "sentyabr shtator сентябрь сентября сен сент вересня септември септембар σεπτεμβρίου "
        "σεπτέμβριος σεπ سبتمبر أيلول سپتامبر ספטמבר בספטמבר सितंबर सितम्बर সেপ্টেম্বর"
    ),
    (
        "october oct oktober okt octobre octubre outubro out ottobre ott octombrie október októbra "
        "oktobar oktobra oktoober říjen října październik października lokakuuta ekim oktyabr "
        "tetor октябрь октября окт жовтня октомври октобар οκτωβρίου οκτώβριος οκτ أكتوبر اكتوبر "
        "اکتبر אוקטובר באוקטובר अक्टूबर अक्तूबर অক্টোবর"
    ),
    (
        "november nov novembre noviembre novembro noiembrie novembra novembar studenoga studenog "
        "marraskuuta kasım noyabr nëntor ноябрь ноября ноя листопада ноември новембар νοεμβρίου "
        "νοέμβριος νοε نوفمبر نوامبر נובמבר בנובמבר नवंबर नवम्बर নভেম্বর"
    ),
    (
        "december dec dezember dez décembre déc diciembre dic dezembro dicembre desember disember "
        "desembre des decembrie decembra decembar detsember prosinec prosince prosinca grudzień "
        "grudnia joulukuuta aralık dekabr dhjetor декабрь декабря дек грудня декември децембар "
        "δεκεμβρίου δεκέμβριος δεκ ديسمبر دسامبر דצמבר בדצמבר दिसंबर दिसम्बर ডিসেম্বর"
    ),
)
MONTHS = {name: number for number, row in enumerate(_NAMES, 1) for name in row.split()}
"""The number of the month, 1 to 12, by its name in small letters."""
