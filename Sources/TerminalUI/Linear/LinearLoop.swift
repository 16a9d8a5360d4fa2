import CNcurses

/// Goes round: waits, lets the page take in what happened, writes what there is to say.
struct LinearLoop {
    let interface: LinearInterface
    let terminal: LineTerminal
    let events: any EventSource
    /// The real time since the interface's start.
    let now: () -> Duration

    /// Runs until the person quits.
    ///
    /// - Returns: The number of the signal that ended it; nil when the person did.
    func run() -> Int32? {
        defer { terminal.write("\n") }
        terminal.write(interface.takeOutput())
        while true {
            events.quitKeys = interface.quitKeys
            let batch = events.wait(atMost: interface.nextDeadline.map { max(.zero, $0 - now()) })
            interface.passTime(to: now())
            for event in batch {
                switch event {
                case .input(let input):
                    let reaction = interface.handle(input)
                    terminal.write(interface.takeOutput())
                    if perform(reaction) == .quit { return nil }
                case .resized: interface.resize(columns: terminal.columns)
                case .suspended: suspend()
                case .continued: terminal.resume()
                case .ended(let signal): return signal
                case .activity: break
                }
            }
            for reaction in interface.takeReactions() where perform(reaction) == .quit { return nil }
            terminal.write(interface.takeOutput())
        }
    }

    private func perform(_ reaction: Reaction) -> Reaction {
        switch reaction {
        case .none, .quit, .redraw, .mouse, .copy: break
        case .suspend: suspend()
        case .ring: terminal.write("\u{7}")
        case .edit(let request):
            terminal.suspend()
            let problem = events.edit(request)
            terminal.resume()
            interface.passTime(to: now())
            interface.editorEnded(problem: problem)
        }
        return reaction
    }

    private func suspend() {
        terminal.suspend()
        events.stop()
        terminal.resume()
    }
}
