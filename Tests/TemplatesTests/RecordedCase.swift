import LiveProtocol

@testable import Templates

/// A template with a context and what it must give.
struct RecordedCase: CustomStringConvertible, Sendable {
    enum Outcome: Equatable {
        case html(String)
        /// - Parameter file: The include in which the error lies; nil for the template itself.
        case error(isSyntax: Bool, file: String?, line: Int, reachedFrom: Int?)
    }

    static let mainName = "main template"

    let id: String
    let group: String
    let template: String
    let context: JSONValue
    let expected: Outcome
    /// Whether Jinja2 was told to keep the newline at the end of templates.
    let keepsFinalNewline: Bool

    var description: String { id }

    /// - Parameter common: The context of cases that have none of their own.
    init?(_ json: JSONValue, context common: JSONValue?, keepsFinalNewline: Bool) {
        self.keepsFinalNewline = keepsFinalNewline
        guard let id = json["id"]?.string, let group = json["group"]?.string, let template = json["template"]?.string,
            let context = json["context"] ?? common
        else { return nil }
        (self.id, self.group, self.template, self.context) = (id, group, template, context)
        if let html = json["html"]?.string {
            expected = .html(html)
        } else if let kind = json["error"]?.string, let line = json["line"]?.integer {
            expected = .error(
                isSyntax: kind == "syntax", file: json["in"]?.string, line: line, reachedFrom: json["at"]?.integer)
        } else {
            return nil
        }
    }

    /// Renders the template as a tree and says what came of it.
    func outcome(with includes: [String: String]) -> Outcome {
        outcome(with: includes) { (library) throws(TemplateError) in
            try library.render(Self.mainName, context: context).html
        }
    }

    /// Renders the template to HTML alone and says what came of it.
    func htmlOutcome(with includes: [String: String]) -> Outcome {
        outcome(with: includes) { (library) throws(TemplateError) in
            try library.html(Self.mainName, context: context)
        }
    }

    private func outcome(
        with includes: [String: String], _ html: (TemplateLibrary) throws(TemplateError) -> String
    ) -> Outcome {
        do {
            return .html(try html(library(with: includes)))
        } catch {
            guard let place = error.place else { return .html("no place: \(error)") }
            return .error(
                isSyntax: error.problem.isSyntax, file: place.file == Self.mainName ? nil : place.file,
                line: place.line, reachedFrom: place.file == Self.mainName ? nil : error.trail.last?.line)
        }
    }

    func library(with includes: [String: String]) -> TemplateLibrary {
        var sources = includes
        sources[Self.mainName] = template
        return TemplateLibrary(sources: sources, keepsFinalNewline: keepsFinalNewline)
    }
}
