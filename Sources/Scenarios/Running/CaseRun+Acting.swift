import HTMLTree
import LiveProtocol
import Simulator

extension CaseRun {
    /// How long a step waits in virtual time for what it acts on.
    private static let patience = Duration.seconds(1)

    /// How long a page may take to find its server again: the longest pause between its attempts, and two answers.
    private static let reconnectPatience = Duration.seconds(10)

    /// Waits for the element that a target means, and does something to it.
    func act(
        on target: Target, for purpose: TargetPurpose, _ body: (NodeID) throws(SimulatorError) -> Void
    ) throws(Stop) {
        let node = try find(target, for: purpose)
        try attempt(about: node) { () throws(SimulatorError) in try body(node) }
    }

    /// Does something that the simulator may refuse.
    func attempt(about node: NodeID? = nil, _ body: () throws(SimulatorError) -> Void) throws(Stop) {
        do throws(SimulatorError) {
            try body()
        } catch {
            throw Stop(reason: .refused(error), nodes: node.map { [$0] } ?? [])
        }
    }

    /// The one visible element that a target means, as soon as there is one that is enabled.
    func find(_ target: Target, for purpose: TargetPurpose) throws(Stop) -> NodeID {
        let resolver = TargetResolver(simulator: simulator, explains: false)
        var found: NodeID?
        let wait = waiting.wait(within: Self.patience) {
            switch resolver.resolve(target, for: purpose) {
            case .found(let node):
                found = node
                return !simulator.document.isDisabled(node)
            case .several: return true
            case .none, .tooFew, .noSurroundings: return false
            }
        }
        if wait == nil, let found { return found }
        switch TargetResolver(simulator: simulator).resolve(target, for: purpose) {
        case .found(let node):
            return node
        case .several(let nodes, let targets):
            throw Stop(reason: .severalTargets(target, targets), nodes: nodes)
        case .none(let hiddenCount, let nearest):
            throw Stop(reason: .noTarget(target, hiddenCount: hiddenCount, nearest: nearest), wait: wait)
        case .tooFew(let count):
            throw Stop(reason: .tooFewTargets(target, count: count), wait: wait)
        case .noSurroundings(let reason):
            throw Stop(reason: .noSurroundings(reason), wait: wait)
        }
    }

    /// Opens a page of the app's own; of an address elsewhere the path alone would be opened here.
    func open(_ url: String) throws(Stop) {
        let origin = simulator.client.settings.origin
        let isAbsolute = url.hasPrefix("//") || url.prefix { $0 != "/" && $0 != "?" && $0 != "#" }.contains(":")
        guard !isAbsolute || url == origin || url.hasPrefix(origin + "/") || url.hasPrefix(origin + "?") else {
            throw Stop(reason: .elsewhere(url, origin: origin))
        }
        simulator.open(url)
    }

    func go(_ move: Step.HistoryMove) throws(Stop) {
        switch move {
        case .back:
            guard simulator.client.canGoBack else { throw Stop(reason: .noHistory(move)) }
            simulator.client.goBack()
        case .forward:
            guard simulator.client.canGoForward else { throw Stop(reason: .noHistory(move)) }
            simulator.client.goForward()
        case .reload:
            simulator.client.reload()
        }
        simulator.settle()
    }

    /// A group of radio buttons that is named stands for the first of them.
    func choose(_ options: [String], _ target: Target) throws(Stop) {
        try act(on: target, for: .choose) { node throws(SimulatorError) in
            let radios = simulator.document.elements(below: node).filter {
                simulator.document.controlKind(of: $0) == .radio
            }
            try simulator.choose(options, of: radios.first ?? node)
        }
    }

    func submit(_ target: Target?, _ fields: [Step.FieldValue]) throws(Stop) {
        for field in fields {
            try act(on: Target(.name(field.name)), for: .choose) { node throws(SimulatorError) in
                try set(field.value, node)
            }
        }
        let node: NodeID? = if let target { try find(target, for: .submit) } else { nil }
        try attempt(about: node) { () throws(SimulatorError) in try simulator.submit(node) }
    }

    /// Banners are waited for as targets are.
    func dismiss(_ key: String) throws(Stop) {
        _ = waiting.wait(within: Self.patience) { simulator.banners.contains { $0.key == key } }
        try attempt { () throws(SimulatorError) in try simulator.dismiss(key) }
    }

    /// Lets time pass, so far as the page comes to rest in it.
    func advance(_ duration: Duration) throws(Stop) {
        let start = simulator.clock.now
        var timers = 0
        var end: WaitEnd?
        let hasPassed = simulator.advance(by: duration) {
            timers += 1
            if timers > Patience.timerLimit { end = .timers(Patience.timerLimit) }
            if patience.isUsedUp { end = .realTime(patience.limit) }
            return end == nil
        }
        let passed = simulator.clock.now - start
        // Without an end, timers set one another at one moment, which the page tells.
        if !hasPassed, let end { throw Stop(reason: .notAdvanced(passed, of: duration, end)) }
    }

    func press(_ keys: [Key]) throws(Stop) {
        for (count, key) in keys.enumerated() {
            guard !patience.isUsedUp else {
                throw Stop(reason: .notPressed(count: count, of: keys.count, patience.limit))
            }
            simulator.press(key)
        }
    }

    var waiting: Waiting { Waiting(simulator: simulator, patience: patience) }

    func scroll(_ move: Step.ScrollMove) {
        switch move {
        case .top: simulator.scroll(by: -simulator.pageHeight)
        case .bottom: simulator.scroll(by: simulator.pageHeight)
        case .rows(let rows): simulator.scroll(by: rows)
        }
    }

    func push(_ event: String, _ payload: JSONValue, _ target: Target?) throws(Stop) {
        var component: Int?
        if let target {
            let node = try find(target, for: .look)
            let document = simulator.document
            component =
                ([node] + document.ancestors(of: node)).lazy
                .compactMap { document.attribute("data-phx-component", of: $0).flatMap { Int($0) } }.first
            guard component != nil else { throw Stop(reason: .noComponent(target), nodes: [node]) }
        }
        simulator.client.pushEvent(event, payload: payload, component: component)
        simulator.settle()
    }

    /// Answers what a click asked, if it is what the step expects.
    func confirm(_ isYes: Bool, _ wanted: String?) throws(Stop) {
        if let wanted, let question = simulator.question, question != wanted {
            throw Stop(reason: .otherQuestion(question, wanted: wanted))
        }
        try attempt { () throws(SimulatorError) in try simulator.answer(isYes) }
    }

    /// Takes the page its server away, or gives it back and waits until the page has joined its view again.
    func change(_ change: Step.ConnectionChange) throws(Stop) {
        switch change {
        case .latency(let latency): network.latency = [.toServer: latency, .toClient: latency]
        case .down: network.goDown()
        case .up:
            network.comeUp()
            let wait = waiting.wait(within: Self.reconnectPatience) {
                !simulator.client.isConnectionLost && simulator.client.isIdle
            }
            if let wait { throw Stop(reason: .notReconnected(after: wait.waited), wait: wait) }
        }
        simulator.settle()
    }

    /// Puts a value into a control of whatever kind.
    private func set(_ value: String, _ node: NodeID) throws(SimulatorError) {
        switch simulator.document.controlKind(of: node) {
        case .select, .radio: try simulator.choose([value], of: node)
        case .checkbox: try value == "true" || value == "on" ? simulator.check(node) : simulator.uncheck(node)
        case .text, .textarea, .range, .color, .button, .image, .hidden, .file, .output, nil:
            try simulator.fill(node, with: value)
        }
    }
}
