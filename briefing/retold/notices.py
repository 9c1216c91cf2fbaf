"""What was noticed while files were read and documents made, and is worth telling."""

from briefing.words import mark

NOTICES = (
    mark(
        "A browser or a service had translated the page by machine when it was saved: its words "
        "are not the publisher’s own."
    ),
    mark("A control character was replaced by a space."),
    mark("A control word of the file is far too long; it was left out."),
    mark("A header holds bytes that mails may not hold."),
    mark(
        "A program had misread letters before the text was saved; they were read as they were meant."
    ),
    mark("A picture in the document is far too large; pictures are not read."),
    mark("An object in the document was left out."),
    mark("Control characters were left out."),
    mark(
        "It is under an embargo, as it says above its headline: look whether the time has come "
        "before you pass it on."
    ),
    mark("Long runs of combining marks were left as they are."),
    mark("No paragraph of an article was found in it, so that nothing of it is quoted."),
    mark("Not all of the PDF could be read: a page is damaged, or there are too many."),
    mark("Several pages in the file bear the same address; the first was taken."),
    mark("Some bytes could not be decoded."),
    mark("Some signs of the text could not be decoded."),
    mark("Text formatted as hidden or deleted was left out."),
    mark("Text formatted as hidden was left out."),
    mark("Words that are struck through were left out."),
    mark("The document holds another file among its words, which was not read."),
    mark("Text that nobody sees on the page (hidden, tiny or outside it) was left out."),
    mark("The PDF calls letters by other names than those it shows; the words may be wrong."),
    mark(
        "The PDF calls some signs by other names than they show; they were read as they are shown."
    ),
    mark("The PDF does not say which letters its signs are; the words may be wrong."),
    mark("The PDF gives other words for some that it shows (ActualText); those were taken."),
    mark("The PDF holds attached files, which were not read."),
    mark("The PDF holds scripts or actions, which were left out."),
    mark("The document claims to be verified; that is for `briefing verify` to say."),
    mark("The document holds a macro, which was left out."),
    mark("The document links to files or programs; the links were left out."),
    mark("The document names a template elsewhere, which was not loaded."),
    mark("The document says that a machine translated it: its words are not the publisher’s own."),
    mark("The document says that it goes on for subscribers: only its beginning is here."),
    mark(
        "A subscription is offered where its words end, and these are few: look whether the "
        "article goes on."
    ),
    mark(
        "There is much beside a few words that read like an article: look whether they are the "
        "article."
    ),
    mark("The document’s properties are far too long; they were not read."),
    mark("The encoding is unknown; read as Windows-1252."),
    mark("The feed breaks the rules of XML; words may be missing."),
    mark("The feed gives only a summary of the article."),
    mark("The file ends too early or is damaged; words may be missing."),
    mark("The file gives two addresses of its page; the page’s own was taken."),
    mark("The file says that it holds more data than it does."),
    mark("The file’s address is no plain web address; it was left out."),
    mark("The last article has no end: the export is cut off."),
    mark("The last character is cut off."),
    mark("The mail bears no date."),
    mark("The mail is malformed; some of its words may be missing."),
    mark("The mail only says that something is attached; its words were left out."),
    mark("The mail’s own number is malformed."),
    mark("The mail’s sender cannot be read."),
    mark("The page hides its words until a script shows them; they were read all the same."),
    mark(
        "The page says that it is for subscribers, and few words are here: look whether the "
        "article goes on."
    ),
    mark("The text holds signs that cannot be seen."),
    mark("The text holds signs that turn the direction of writing."),
    mark("The words are a layer under pictures of the pages, made by recognition (OCR)."),
    mark("These are subtitles: the words as somebody or a machine wrote them down."),
    mark(
        "What is here asks for consent to cookies and is no article: open the page, answer, and "
        "save it again."
    ),
    mark(
        "What is here says that the page was not shown, and is no article: open it in a browser "
        "and save what is shown."
    ),
    mark(
        "The page is of {day} and was changed on {value}: its words may be younger than its day of "
        "publication."
    ),
    mark("The mail has several headers {names}; the first of each was taken."),
    mark("The mail’s date cannot be read: “{value}”."),
    mark("“{name}” is for {value} files only, and none is written."),
    mark("A field that loads or starts something ({name}) was left out; its words stand."),
    mark(
        "It holds several articles that {name} names, as one source: nothing was taken over. Save "
        "each article in a file of its own."
    ),
    mark(
        "It holds several stories and was parted into {place} sources; {most} words around them "
        "were left out."
    ),
    mark("Messages that were passed on from others were left out: {place}."),
    mark("It says that it is page {place} of {most}: look whether the others are here."),
    mark("Missing in the file’s own numbering: {names}."),
    mark("Posts of others on the page were left out: {place}."),
    mark("Read as {name}, which is the likeliest of several."),
    mark("Read as {name}, which was detected, not declared."),
    mark("The code page {place} is unknown; read as Windows-1252."),
    mark("The day of publication is not one: “{value}”."),
    mark("The file says it holds {place} articles; {most} are in it."),
    mark("The mail names the encoding “{name}”, which is none; it was detected."),
    mark("The page is nested too deeply; words after line {place} may be missing."),
    mark("The page says that it is in {name}; it was read as {value}."),
    mark("has {place} pages, not {most}; fewer themes, pins or notes would make it shorter."),
    mark("is no theme or section of this briefing; your note for it is not printed."),
    mark("is no theme of this briefing; what you pinned to it is not printed."),
    mark("is no theme of this briefing; what you dropped from it is not kept out."),
    mark("holds more than {most} sources; the {place} that answer best were read."),
    mark("published on {day}, outside the dates asked for."),
    mark("the font “{name}” cannot be read; another is used."),
    mark(
        "the maker of “{name}” does not let it go into files that are edited; readers need it on "
        "their machines."
    ),
    mark("the same file as {name}; read once"),
    mark(
        "{place} characters of the text cannot stand in a document (control characters and the "
        "like); each is shown as “{value}”."
    ),
    mark("{place} of its articles has no text of its own."),
    mark("{place} of its articles have no text of their own."),
    mark("{place} control characters were replaced by spaces."),
    mark("{place} of its {most} records have no text and are no sources."),
    mark("{place} of its chapters are missing in the file."),
    mark("{name}: {place} of its entries matched no file among the sources."),
    mark("{place} sources lie outside the dates asked for."),
    mark("{place} entries of the feed have no words of their own and were left out."),
    mark("{place} of its {most} notes have no words and were left out."),
    mark(
        "The pages hold several articles, each with its headline and author;"
        " each was read by itself."
    ),
    mark("It holds {place} articles, each under its own head; each was read by itself."),
    mark(
        "Amid it stand lines like the head of another article. If it holds several, put a line of "
        "three hyphens (---) above each further one: what stands below is cited under the first now."
    ),
    mark("{place} of its {most} items have no words (pictures, say) and were left out."),
    mark("has no date of publication; kept all the same."),
    mark("the logo of the look file cannot be read as a picture; it is left out. Save it anew."),
    mark("this machine shares no work among processes ({value}); one makes all."),
)
