/// Goes round: waits, lets what is shown take in what happened, draws what changed.
struct SessionLoop {
    let interface: any TerminalInterface
    let screen: Screen
    let events: any EventSource
    /// Chooses the theme; nil where it stays.
    var themes: ThemeFollower?
    /// The real time since the interface's start.
    let now: () -> Duration

    /// Runs until the person quits.
    ///
    /// - Returns: The number of the signal that ended it; nil when the person did.
    func run() -> Int32? {
        themes?.begin(on: screen, interface)
        draw()
        while true {
            events.quitKeys = interface.quitKeys
            let batch = events.wait(atMost: timeUntilNextDeadline)
            interface.passTime(to: now())
            if interface.isOver { return nil }
            for event in batch {
                switch event {
                case .input(.answer(let answer)): themes?.take(answer, on: screen, interface)
                case .input(let input):
                    if perform(interface.handle(input)) == .quit { return nil }
                case .resized: resize()
                case .suspended: suspend()
                case .continued: resume()
                case .ended(let signal): return signal
                case .activity: break
                }
            }
            for reaction in interface.takeReactions() where perform(reaction) == .quit { return nil }
            draw()
        }
    }

    /// Does what the interface asks for, but for the end.
    private func perform(_ reaction: Reaction) -> Reaction {
        switch reaction {
        case .none, .quit: break
        case .suspend: suspend()
        case .redraw: screen.invalidate()
        case .mouse(let isOn): screen.setMouse(isOn: isOn)
        case .copy(let text): screen.copy(text)
        case .ring: screen.ring()
        case .edit(let request): edit(request)
        }
        return reaction
    }

    private var timeUntilNextDeadline: Duration? {
        interface.nextDeadline.map { max(.zero, $0 - now()) }
    }

    private func draw() {
        screen.draw(interface.frame())
        screen.setTitle(interface.title)
        interface.wasDrawn()
    }

    private func resize() {
        screen.updateSize()
        interface.resize(screen.size)
    }

    private func suspend() {
        screen.suspend()
        events.stop()
        resume()
    }

    private func edit(_ request: EditRequest) {
        screen.suspend()
        let problem = events.edit(request)
        resume()
        interface.editorEnded(problem: problem)
    }

    private func resume() {
        screen.resume()
        interface.resize(screen.size)
        interface.passTime(to: now())
    }
}
