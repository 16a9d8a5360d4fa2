import LiveProtocol
import Templates

/// One path, or form of paths, and the view that is there.
public struct Route: Sendable {
    /// Its path, with a colon before the names of values.
    public var path: String { pattern.path }
    /// One line for people about what is there.
    public let about: String

    let pattern: RoutePattern
    /// Where in the program it is written, for people, and on the machine on which the program was built.
    private let place: String
    let source: SourcePlace
    let container: ViewContainer?
    let view: any LiveView.Type
    let makeView: @Sendable () -> any LiveView
    private(set) var group = GroupRules.standard

    /// - Parameters:
    ///   - path: With a colon before the names of values: `/counter/:start`. A value that must be of a kind says so:
    ///     `/counter/:start(int)`, and likewise `float`, `uuid`, and `path` for one that may have slashes; an address
    ///     whose value is of another kind does not match, and a kind that does not exist ends the program at its start,
    ///     with words. A slash at the end of an address counts for nothing.
    ///   - about: One line for people about what is there.
    ///   - container: The element that the view is in; a `div` unless told.
    ///   - file: Where the route is written, for what is said about its path.
    ///   - line: Where in the file.
    ///   - filePath: The file on the machine on which the program is built, for who looks for the view's source.
    ///   - view: Makes the view of one session.
    public init<View: LiveView>(
        _ path: String, _ about: String = "", container: ViewContainer? = nil,
        file: String = #fileID, line: Int = #line, filePath: String = #filePath, _ view: @escaping @Sendable () -> View
    ) {
        pattern = RoutePattern(path)
        place = "\(file):\(line)"
        source = SourcePlace(path: filePath, line: line)
        self.about = about
        self.container = container
        self.view = View.self
        makeView = view
    }

    var viewType: ObjectIdentifier { ObjectIdentifier(view) }

    /// The template files of its view; nil where it has none.
    package var templates: TemplateLibrary? { (view as? any TemplateView.Type)?.templates }

    /// What is wrong with its path, with the place where it is written; nil when nothing is.
    package var problem: String? {
        pattern.unknownKind.map { kind in
            let known = ParameterKind.allCases.map(\.rawValue).joined(separator: ", ")
            return "\(place): the route \"\(path)\": values in a path are of the kinds \(known), not \"\(kind)\""
        }
    }

    /// The route in a group, unless it is in one already.
    func joining(_ group: GroupRules) -> Route {
        guard self.group === GroupRules.standard else { return self }
        var route = self
        route.group = group
        return route
    }
}
