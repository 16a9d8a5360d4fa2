import Markup
import Templates

// What a page has beside its context, as template files see it.

extension Meta: PageNames {
    package func value(of name: String) -> ContextValue? {
        switch name {
        case "flash": .encoding(flash)
        case "uploads": uploads.contextValue
        case "meta":
            .map([
                ("flash", .encoding(flash)), ("path", .text(path)), ("uploads", uploads.contextValue),
                ("url", .text(url)),
            ])
        default: nil
        }
    }
}

extension NestedView: ContextReadable {
    /// A template places the view by printing it: `{{ gauge }}`.
    package var contextValue: ContextValue { .object(PageObject("a live view", placement: self)) }
}

extension Uploads {
    /// The uploads by name: `{{ uploads.avatar|live_file_input }}`, `{% for entry in uploads.avatar.entries %}`.
    fileprivate var contextValue: ContextValue { .map(list.map { ($0.name, .object($0.contextObject)) }) }
}

extension Upload {
    fileprivate var contextObject: PageObject {
        PageObject("the upload \"\(name)\"", input: { fileInput() }, members: member)
    }

    private func member(_ name: String) -> ContextValue? {
        switch name {
        case "name": .text(self.name)
        case "ref": .text(ref)
        case "entries": .encoding(entries)
        case "errors": .encoding(errors)
        case "isValid": .bool(isValid)
        case "accept": .encoding(rules.accept)
        case "maxEntries": .integer(rules.maxEntries)
        case "maxFileSize": .integer(rules.maxFileSize)
        default: nil
        }
    }
}
