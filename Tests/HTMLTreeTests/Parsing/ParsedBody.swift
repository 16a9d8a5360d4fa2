import HTMLTree

/// What becomes of HTML, written as HTML again.
enum ParsedBody {
    /// The contents of the body of a document.
    static func of(_ html: String) -> String {
        let document = Document(parsing: html)
        guard let body = document.elements(below: document.root).first(where: { document.name(of: $0) == "body" })
        else { return "no body" }
        return document.innerHTML(of: body)
    }

    /// The contents of an element.
    static func of(_ html: String, in context: String, _ namespace: Namespace = .html) -> String {
        let document = Document(parsing: "<!DOCTYPE html>")
        let element = document.createElement(context, namespace: namespace)
        return document.innerHTML(of: document.parseFragment(html, context: element))
    }
}
