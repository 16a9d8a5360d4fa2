import Viewfinder

/// A program made of live views that also serves them to others, and opens pages of servers elsewhere: it has the
/// commands `attach` and `serve` besides those of a `ViewfinderApp`.
///
/// ```swift
/// import ViewfinderWeb
///
/// @main
/// struct Greeter: WebApp {
///     var routes: [Route] {
///         Route("/hello/:name", "Greets somebody") { HelloView() }
///     }
/// }
/// ```
public protocol WebApp: ViewfinderApp {}

extension WebApp {
    /// Runs the command line and ends the process with its exit code.
    public static func main() { CommandLineProgram<Self, WebNetwork>.run() }
}
