/// The uploads that a view, or a component, has allowed.
public struct Uploads: Sendable {
    let list: [Upload]

    init(_ list: [Upload] = []) { self.list = list }

    public var isEmpty: Bool { list.isEmpty }

    public var names: [String] { list.map(\.name) }

    public subscript(name: String) -> Upload? { list.first { $0.name == name } }
}
