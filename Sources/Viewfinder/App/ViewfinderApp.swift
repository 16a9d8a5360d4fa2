import LiveClient
import LiveEngine
import Logging

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
public protocol ViewfinderApp: SendableMetatype {
    /// Makes the app, for each engine anew.
    init()

    /// The addresses of the app and the views behind them.
    @RoutesBuilder var routes: [Route] { get }

    /// The client's side of elements with `phx-hook`, by the names there: what a browser needs JavaScript for.
    var hooks: [String: () -> any ClientHook] { get }

    /// Hears of each live navigation that a person asks for, before it happens; false keeps it from happening. What a
    /// listener of `phx:before-navigate` does in a browser.
    func allows(_ navigation: NavigationEvent) -> Bool

    /// Whether keys and clicks tell the view which of ctrl, shift, alt and meta were held, as `ctrlKey` and so on: what the
    /// `metadata` of a `LiveSocket` does in a browser.
    var sendsModifiers: Bool { get }

    /// What stands around every view: the document with its title and style sheets.
    var layout: RootLayout { get }

    /// How far sessions may go: how long handlers may take, how much may wait.
    var limits: SessionLimits { get }

    /// Where failures, mounts, events and ends are written. Nowhere unless given: what goes to the terminal while a page
    /// stands there spoils it, so a logger writes to a file or to a collector.
    var logger: Logger? { get }
}

extension ViewfinderApp {
    /// The standard document, without a title or style sheets of the app's own.
    public var layout: RootLayout { .standard }
    /// None.
    public var hooks: [String: () -> any ClientHook] { [:] }
    /// They tell nothing of it, as browsers do unless set up to.
    public var sendsModifiers: Bool { false }
    /// Every navigation happens.
    public func allows(_ navigation: NavigationEvent) -> Bool { true }
    /// The standard limits.
    public var limits: SessionLimits { SessionLimits() }
    /// Nothing is written.
    public var logger: Logger? { nil }
}
