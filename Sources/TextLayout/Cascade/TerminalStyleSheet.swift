/// How HTML looks in a terminal before a page says otherwise: the part that a browser's own style sheet plays.
///
/// Beside CSS it uses a few words of our own: `palette(n)` and the roles of the theme (`link`, `hint`, `error`, ...),
/// `border-style: rounded`, `border-title`, `text-intensity: dim`, `text-rendition: reverse`, and `room: none` for what is
/// there for those who ask but takes no room in the picture, and `hyperlink: out` for what the terminal itself can open.
enum TerminalStyleSheet {
    static let text = """
        /* What is never shown */
        head, script, style, template, title, meta, link, base, noscript, datalist, param, source, track, area, map, svg,
        audio:not([controls]), dialog:not([open]), input[type=hidden i] { display: none }
        [hidden], [popover]:not([open]) { display: none !important }

        /* Blocks */
        html, body, address, article, aside, blockquote, center, dd, details, dialog, dir, div, dl, dt, fieldset,
        figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, header, hgroup, hr, legend, listing, main, menu, nav,
        ol, optgroup, option, p, pre, search, section, summary, ul, xmp { display: block }
        p, ul, ol, menu, dl, pre, table, figure, blockquote, fieldset, details, form, hr, h1, h2, h3, h4, h5, h6 {
            margin: 1lh 0
        }
        ul ul, ul ol, ol ul, ol ol, li p:only-child { margin: 0 }
        blockquote { border-left: single; border-color: border; padding-left: 1ch; margin-left: 1ch }
        figure { margin-left: 2ch }
        figcaption { font-style: italic }
        center { text-align: center }
        dd { margin-left: 4ch }
        dt { font-weight: bold }
        address { font-style: italic }
        hr { border-top: single; border-color: border }

        /* Headings */
        h1, h2, h3, h4, h5, h6 { font-weight: bold; color: heading }
        h1 { border-bottom: double; width: fit-content; color: title; border-color: border }
        h2 { border-bottom: single; width: fit-content; border-color: border }
        h4, h5, h6 { font-style: italic }

        /* Lists */
        li { display: list-item }
        ul, menu { list-style: disc; padding-left: 3ch }
        ol { list-style: decimal; padding-left: 4ch }
        ul ul { list-style: circle }
        ul ul ul { list-style: square }

        /* Words */
        b, strong, th { font-weight: bold }
        i, em, cite, dfn, var { font-style: italic }
        u, ins, abbr[title] { text-decoration: underline }
        s, strike, del { text-decoration: line-through }
        small { color: hint }
        code, samp { color: code }
        kbd { font-weight: bold; color: key }
        kbd::before { content: "[" }
        kbd::after { content: "]" }
        mark { color: mark; background: mark }
        q::before { content: "\u{201C}" }
        q::after { content: "\u{201D}" }
        sub::before { content: "_" }
        sup::before { content: "^" }
        del::before { content: "[-" }
        del::after { content: "-]" }
        pre, listing, xmp { white-space: pre-wrap; padding-left: 2ch }
        pre code { color: inherit }
        a[href] { color: link; text-decoration: underline }
        a[href^="http:" i], a[href^="https:" i], a[href^="mailto:" i] { hyperlink: out }

        /* Tables */
        table { display: table }
        caption { display: table-caption; font-style: italic }
        thead { display: table-header-group }
        tbody { display: table-row-group }
        tfoot { display: table-footer-group }
        tr { display: table-row }
        td, th { display: table-cell }
        col { display: table-column }
        colgroup { display: table-column-group }
        thead { border-bottom: single; border-color: border }
        tfoot { border-top: single; border-color: border }

        /* Forms */
        button, input, select, textarea, progress, meter { display: inline-block; white-space: nowrap; text-align: left }
        button, input[type=submit i], input[type=button i], input[type=reset i], input[type=file i] { font-weight: bold }
        textarea { white-space: pre-wrap; font-weight: normal }
        input, select, textarea { color: field; background: field }
        input[type=checkbox i], input[type=radio i], input[type=range i], input[type=file i] {
            color: initial; background: none
        }
        input[readonly], textarea[readonly] { color: initial; background: none }
        button, input[type=submit i], input[type=button i], input[type=reset i] { color: button; background: button }
        button[type=submit i], form button:not([type]), input[type=submit i] { color: primary; background: primary }
        button, input, select, textarea { text-transform: none }
        button:disabled, input:disabled, select:disabled, textarea:disabled, option:disabled {
            color: disabled; background: none
        }
        fieldset { border: rounded; border-color: border; padding: 0 1ch }
        legend { font-weight: bold }
        output { font-weight: bold }

        /* Fields that a person has been through with and that are not right */
        input:user-invalid, select:user-invalid, textarea:user-invalid { color: error }

        /* Things that open */
        summary { display: list-item; list-style: disclosure-closed; font-weight: bold }
        details { padding-left: 2ch }
        details[open] > summary { list-style: disclosure-open }
        dialog, [role=dialog] {
            border: rounded; border-color: accent; background: surface; padding: 0 1ch; margin: 1lh auto; width: fit-content
        }

        /* The focus, seen whatever colours a page chose */
        a:focus, button:focus, summary:focus, select:focus, input[type=submit i]:focus, input[type=button i]:focus,
        input[type=reset i]:focus, input[type=checkbox i]:focus, input[type=radio i]:focus, input[type=range i]:focus,
        input[type=color i]:focus, input[type=file i]:focus, [tabindex]:focus:not(dialog, [role=dialog]) {
            color: focus !important; background: focus !important
        }
        input:focus:not([type=submit i], [type=button i], [type=reset i], [type=checkbox i], [type=radio i],
            [type=range i], [type=color i], [type=file i]), textarea:focus {
            color: field-focus; background: field-focus
        }
        """
}
