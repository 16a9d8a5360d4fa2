import LiveClient
import LiveEngine
import LiveProtocol
import OrderedCollections
import Scenarios
import Simulator
import TextLayout
import Viewfinder

/// A page of an app in a test: a person's deeds as functions, and what the page shows as values.
///
/// It is worked as scenario files work it: the same targets, virtual time that stands still unless told to pass, waiting
/// that costs nothing, and failures that show the frame. What a view refuses, and a handler that throws, fail the deed that
/// brought them.
///
/// ```swift
/// let page = try await App.page("/settings")
/// try page.fill("Name", with: "Ada")
/// try page.submit("Save")
/// #expect(page.flash["info"] == "Saved — welcome, Ada!")
/// ```
public final class LivePage {
    let scripted: ScriptedCase

    init(
        app: some PageHostMaker, size: (columns: Int, rows: Int), file: String, test: String
    ) {
        var world = World()
        world.size = Size(columns: size.columns, rows: size.rows)
        scripted = ScriptedCase(
            path: TestFiles.shortened(file), name: test, world: world, settings: app.settings,
            update: TestFiles.snapshotUpdate, now: { RealTime.monotonic }, makeHost: app.makeHost)
    }

    /// Performs a step as scenario files write it.
    ///
    /// - Parameter step: One verb with its argument, such as `["scroll": ["by": 3]]`.
    /// - Throws: Why it could not be done.
    public func perform(_ step: JSONValue, line: Int = #line, column: Int = #column) throws(PageFailure) {
        try attempt { () throws(ScriptFailure) in try scripted.perform(step, line: line, column: column) }
    }

    func perform(_ verb: String, _ argument: JSONValue, _ line: Int, _ column: Int) throws(PageFailure) {
        try perform([verb: argument], line: line, column: column)
    }

    func attempt<Result>(_ body: () throws(ScriptFailure) -> Result) throws(PageFailure) -> Result {
        do throws(ScriptFailure) {
            return try body()
        } catch {
            throw PageFailure(description: error.description)
        }
    }
}

/// Why a deed could not be done, or an expectation was not met: place, what was wanted and found, and the frame.
public struct PageFailure: Error, CustomStringConvertible {
    /// All of it, in lines.
    public let description: String
}

/// What makes the host of a page.
protocol PageHostMaker {
    var settings: ClientSettings { get }

    func makeHost(_ clock: VirtualClock, _ observer: any SessionObserver) -> any Host
}
