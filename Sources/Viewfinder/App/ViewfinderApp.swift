import LiveEngine

/// A program made of live views: name its routes, and the whole command line is there.
///
/// ```swift
/// @main
/// struct Greeter: ViewfinderApp {
///     var routes: [Route] {
///         Route("/hello/:name", "Greets somebody") { HelloView() }
///     }
/// }
/// ```
public protocol ViewfinderApp {
    init()

    /// The addresses of the app and the views behind them.
    @RoutesBuilder var routes: [Route] { get }

    /// What stands around every view: the document with its title and style sheets.
    var layout: RootLayout { get }
}

extension ViewfinderApp {
    public var layout: RootLayout { .standard }

    /// Runs the command line and ends the process with its exit code.
    public static func main() {
        CommandLineProgram<Self>.run()
    }
}
