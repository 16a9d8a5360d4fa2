import HTMLTree
import LiveProtocol
import TextLayout

@testable import Simulator

/// A simulator on a fake host, with short ways to use it.
struct Bench {
    let host: FakeHost
    let clock = VirtualClock()
    let simulator: Simulator

    init(_ html: String, columns: Int = 40, rows: Int = 12) {
        host = FakeHost(html)
        simulator = Simulator(host: host, clock: clock, size: Size(columns: columns, rows: rows))
        simulator.open("/")
    }

    var document: Document { simulator.document }

    /// Presses keys, divided by blanks.
    ///
    /// - Returns: Whether the last one had a use.
    @discardableResult
    func press(_ keys: String) throws -> Bool {
        var isUsed = false
        for key in try Key.sequence(keys) { isUsed = simulator.press(key) }
        return isUsed
    }

    func one(_ selector: String) throws -> NodeID { try document.one(selector) }

    /// The value of a control.
    func value(_ selector: String) throws -> String { document.value(of: try one(selector)) }

    /// The id of what has the focus.
    var focus: String? { document.activeElement.flatMap { document.attribute("id", of: $0) } }
}
