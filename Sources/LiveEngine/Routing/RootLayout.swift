import Markup

/// The document around every view.
public struct RootLayout: Sendable {
    /// What the title is when a view sets none.
    public var title: String
    /// Added to the titles that views set.
    public var titleSuffix: String
    /// The text of a style sheet.
    public var styleSheet: String
    /// The language of the document, as `lang` has it.
    public var language: String
    /// Views below the page's own, which stay while one page of the group gives way to another.
    public var stickyViews: [NestedView]

    /// - Parameter stickyViews: Made by `liveView`; here all are sticky.
    public init(
        title: String = "Live view", titleSuffix: String = "", styleSheet: String = "", language: String = "en",
        stickyViews: [NestedView] = []
    ) {
        self.title = title
        self.titleSuffix = titleSuffix
        self.styleSheet = styleSheet
        self.language = language
        self.stickyViews = stickyViews.map(\.sticky)
    }

    /// The document of an app that asks for nothing else.
    public static let standard = RootLayout()

    /// The whole document.
    ///
    /// - Parameter head: HTML for the end of its head.
    func document(body: String, title: String? = nil, head: String = "") -> String {
        // The end tag cannot stand within a style sheet, whatever the sheet means by it.
        let sheet = styleSheet.split(separator: "</", omittingEmptySubsequences: false).joined(separator: "<\\/")
        let style = sheet.isEmpty ? "" : "<style>\(sheet)</style>"
        let suffix = titleSuffix.isEmpty ? "" : " data-suffix=\"\(HTMLText.escaped(titleSuffix))\""
        let shown = HTMLText.escaped(title ?? self.title)
        return """
            <!DOCTYPE html>
            <html lang="\(HTMLText.escaped(language))">
            <head><meta charset="utf-8"><title data-default="\(HTMLText.escaped(self.title))"\(suffix)>\(shown)</title>\(style)\(head)</head>
            <body>\(body)</body>
            </html>
            """
    }
}
