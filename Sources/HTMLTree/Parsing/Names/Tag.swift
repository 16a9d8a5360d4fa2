/// The element names that tree construction treats by rules of their own.
///
/// The order of the cases is that of `spellings`.
enum Tag: UInt8, CaseIterable {
    /// Any other name.
    case other
    case a, address, annotationXML, applet, area, article, aside
    case b, base, basefont, bgsound, big, blockquote, body, br, button
    case caption, center, code, col, colgroup
    case dd, desc, details, dialog, dir, div, dl, dt
    case em, embed
    case fieldset, figcaption, figure, font, footer, foreignObject, form, frame, frameset
    case h1, h2, h3, h4, h5, h6, head, header, hgroup, hr
    case html
    case i, iframe, image, img, input
    case keygen
    case li, link, listing
    case main, malignmark, marquee, math, menu, meta, mglyph, mi, mn, mo
    case ms, mtext
    case nav, nobr, noembed, noframes, noscript
    case object, ol, optgroup, option
    case p, param, plaintext, pre
    case rb, rp, rt, rtc, ruby
    case s, script, search, section, select, selectedcontent, small, source, span, strike
    case strong, style, sub, summary, sup, svg
    case table, tbody, td, template, textarea, tfoot, th, thead, title, tr
    case track, tt
    case u, ul
    case `var`
    case wbr
    case xmp

    /// The names of all cases but `other`, lower case, in the order of the cases.
    static let spellings: StaticString = """
        a address annotation-xml applet area article aside b base basefont bgsound big blockquote body br button \
        caption center code col colgroup dd desc details dialog dir div dl dt em embed fieldset figcaption figure \
        font footer foreignobject form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image \
        img input keygen li link listing main malignmark marquee math menu meta mglyph mi mn mo ms mtext nav nobr \
        noembed noframes noscript object ol optgroup option p param plaintext pre rb rp rt rtc ruby s script search \
        section select selectedcontent small source span strike strong style sub summary sup svg table tbody td \
        template textarea tfoot th thead title tr track tt u ul var wbr xmp
        """
}
