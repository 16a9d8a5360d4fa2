import Viewfinder

/// A machine's values, which a timer renews each second until one pauses it.
struct StatusView: LiveView {
    struct Context: LiveContext {
        var machine = Machine(seed: 1)
        var timer: TimerID?
    }

    enum Event: Decodable, Sendable {
        case pause
    }

    enum Info: Sendable {
        case second
    }

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.title = "Status"
        // The time is never zero where it counts, and the generator needs a bit that is set.
        socket.context.machine = Machine(seed: UInt64(max(1, socket.now.components.seconds)))
        socket.context.timer = socket.schedule(.second, every: .seconds(1))
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .pause:
            if let timer = socket.context.timer {
                socket.cancel(timer)
                socket.context.timer = nil
            } else {
                socket.context.timer = socket.schedule(.second, every: .seconds(1))
            }
        }
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) {
        switch info {
        case .second:
            let wasHot = isHot(socket.context.machine)
            socket.context.machine.advance()
            let isHot = isHot(socket.context.machine)
            if isHot, !wasHot { socket.putFlash("warning", "It is getting hot in here.") }
            if !isHot { socket.clearFlash("warning") }
        }
    }

    private func isHot(_ machine: Machine) -> Bool { machine.heat >= 60 }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        let machine = context.machine
        return """
            <h1>Status</h1>
            <table>
              \(row("Load", machine.load, "\(machine.load * 8 / 100) of 8 cores"))
              \(row("Memory", machine.memory, "\(machine.memory * 16 / 100) of 16 GB"))
              \(row("Heat", machine.heat, "\(machine.heat) °C"))
              <tr>
                <td><label for="backup">Backup</label></td>
                <td><progress id="backup" max="100" value="\(machine.backup)" style="width: 28ch"></progress></td>
                <td class="right wide">\(machine.backups) done</td>
              </tr>
            </table>
            <p>
              <button phx-click="pause" phx-window-keydown="pause" phx-key="p">\(context.timer == nil ? "Go on" : "Pause")</button>
              \(context.timer == nil ? "Paused." : "New values each second.")
            </p>
            <p class="hint"><kbd>p</kbd> pauses and goes on</p>
            \(meta.flashBanners())
            """
    }

    private func row(_ name: String, _ value: Int, _ words: String) -> Rendered {
        """
        <tr>
          <td>\(name)</td>
          <td><meter aria-label="\(name)" min="0" max="100" value="\(value)" style="width: 28ch"></meter></td>
          <td class="right wide">\(words)</td>
        </tr>
        """
    }
}

/// A machine that is made up: its values wander, the same way from the same start.
struct Machine: Encodable, Sendable {
    private(set) var load = 40
    private(set) var memory = 55
    private(set) var heat = 48
    /// Of the backup that runs all the time, in percent.
    private(set) var backup = 0
    private(set) var backups = 0
    private var seed: UInt64

    init(seed: UInt64) { self.seed = seed }

    /// Lets a second pass.
    mutating func advance() {
        // Nothing strays far for long.
        load = wandered(load + (45 - load) / 8, by: 14, in: 2...100)
        memory = wandered(memory, by: 5, in: 20...95)
        // Heat follows load, slowly.
        heat = wandered(heat + (load - heat) / 5, by: 2, in: 30...95)
        backup += 4 + random(below: 5)
        if backup >= 100 {
            backup = 0
            backups += 1
        }
    }

    private mutating func wandered(_ value: Int, by step: Int, in range: ClosedRange<Int>) -> Int {
        min(max(value + random(below: 2 * step + 1) - step, range.lowerBound), range.upperBound)
    }

    /// A number of Marsaglia's xorshift generator; good enough for a show.
    private mutating func random(below limit: Int) -> Int {
        seed ^= seed << 13
        seed ^= seed >> 7
        seed ^= seed << 17
        return Int(seed % UInt64(limit))
    }
}
