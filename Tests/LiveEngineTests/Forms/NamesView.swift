import Markup
import Synchronization

@testable import LiveEngine

/// Knows which names are taken, and answers when the test lets it.
final class NameRegistry: Sendable {
    struct Away: Error, CustomStringConvertible { var description: String { "nobody is there" } }

    let asked = Mutex<[String]>([])
    let given = Counter()
    private let openings = Counter()

    func open() { openings.increase() }

    func isFree(_ name: String) async throws -> Bool {
        asked.withLock { $0.append(name) }
        defer { given.increase() }
        while openings.value == 0 { try await Task.sleep(for: .milliseconds(1)) }
        if name == "away" { throw Away() }
        return name != "ada"
    }
}

/// A form with one rule that takes time.
struct NamesView: LiveView {
    struct Model: FormModel {
        var name = ""
        var age = 1
        static let rules: [FormRule<Self>] = [.required("name"), .length("name", 2...)]
    }

    struct Context: LiveContext {
        var form = Form("user", Model())
        var applied: String?
    }

    enum Event: Decodable, Sendable {
        case validate(user: FormInput)
        case save(user: FormInput)
    }

    let registry: NameRegistry

    private var nameIsFree: AsyncFormRule<Model> {
        AsyncFormRule("name", "is taken", timeout: .seconds(10)) { [registry] in try await registry.isFree($0) }
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .validate(let input): socket.validate(\.form, input, asking: nameIsFree)
        case .save(let input): socket.context.applied = socket.apply(\.form, input, asking: nameIsFree)?.name
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        let field = context.form["name"]
        return """
            \(field.value)|\(field.isPending ? "pending" : "")|\(field.errors.joined(separator: ","))|\
            \(context.form.isValid ? "valid" : "")|\(context.applied)
            """
    }
}
