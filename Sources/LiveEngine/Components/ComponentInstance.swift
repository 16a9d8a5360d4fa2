import LiveProtocol
import Markup

/// One component of a session: what is kept of it between transactions, and the copy that a transaction works on.
///
/// What depends on the type of the component is in `TypedInstance`.
class ComponentInstance {
    let cid: Int
    let key: ComponentKey
    /// How many components it is within.
    let depth: Int
    /// The component that placed it last; 0 is the view.
    final var placer = 0
    /// What it holds, as values, once somebody has asked; none again as soon as a transaction has changed it.
    final private var kept: KeptComponent?
    /// The tree that the client has; none for a component that is new in this transaction.
    final private(set) var tree: Rendered?
    final private var flash = Flash()
    final private var randomState: UInt64?
    /// The tree that the client will have.
    final private var draftTree: Rendered?
    final private var draftFlash = Flash()
    final private var draftRandomState: UInt64?

    init(cid: Int, key: ComponentKey, depth: Int) {
        self.cid = cid
        self.key = key
        self.depth = depth
    }

    // MARK: What the component's type decides

    func take(_ placement: ComponentPlacement, _ state: inout SocketState) throws {}
    func handle(_ work: SessionWork, _ state: inout SocketState) throws {}
    func receive(_ message: any Sendable, _ state: inout SocketState) throws {}
    func render(_ meta: Meta, _ tracer: CallbackTracer?) throws -> Rendered { .empty }
    /// What is kept of it; nil before its first transaction has succeeded.
    var keptState: (any KeptComponentState)? { nil }
    /// Lets a transaction work on what was kept before.
    func restore(_ kept: any KeptComponentState) {}
    /// Makes an info of the component of what a script says.
    func info(from message: JSONValue) throws -> any Sendable { message }

    /// Begins a transaction.
    func begin() {
        draftFlash = flash
        draftRandomState = randomState
        draftTree = tree
    }

    /// Makes the copy what is kept.
    func keep() {
        flash = draftFlash
        randomState = draftRandomState
        tree = draftTree
        draftTree = nil
        kept = nil
    }

    /// Forgets the copy.
    func discard() { draftTree = nil }

    /// What it holds, as values; nil before its first transaction has succeeded.
    final func keepState() -> KeptComponent? {
        if let kept, kept.placer == placer { return kept }
        kept = keptState.map {
            KeptComponent(
                cid: cid, key: key, placer: placer, state: $0, flash: flash, randomState: randomState)
        }
        return kept
    }

    /// Lets this transaction work on what was kept before.
    final func restore(_ kept: KeptComponent) {
        draftFlash = kept.flash
        draftRandomState = kept.randomState
        restore(kept.state)
    }

    // MARK: What a transaction does

    /// Runs a handler with a socket of the component's own and adds what it asks for to what the page asks for.
    final func run(_ page: inout SocketState, _ handler: (inout SocketState) throws -> Void) throws {
        var state = SocketState(
            home: page.home, part: .component(cid), isConnected: page.isConnected, url: page.url, now: page.now)
        state.flash = draftFlash
        state.nextTimer = page.nextTimer
        state.uploads = page.uploads
        state.randomState = draftRandomState
        try handler(&state)
        draftRandomState = state.randomState
        page.nextTimer = state.nextTimer
        page.uploads = state.uploads
        for request in state.requests { page.requests.append(.ofComponent(cid, request)) }
        page.events += state.events
        page.messages += state.messages
        if let reply = state.reply { page.reply = reply }
        draftFlash = state.flash
        guard !state.navigation.isEmpty else { return }
        // All of a component's messages go along, not only the new ones, and none stays (Flash.md, "What travels").
        for (key, value) in state.flash { page.changedFlash.put(key, value) }
        draftFlash = Flash()
        page.navigation += state.navigation
    }

    /// Sets the component up from where it is placed.
    final func update(from placement: ComponentPlacement, _ page: inout SocketState) throws {
        try run(&page) { state in
            try take(placement, &state)
            guard state.navigation.isEmpty, state.messages.isEmpty else { throw ComponentError.actsDuringUpdate }
        }
    }

    /// Renders the component; the result becomes its tree when the transaction succeeds.
    final func rendered(on page: SocketState) throws -> Rendered {
        var meta = Meta(flash: draftFlash, url: page.url)
        meta.uploads = page.uploads.uploads(of: .component(cid))
        let rendered = try render(meta, page.home?.tracer)
        guard rendered.beginsWithElement else { throw ComponentError.noElement }
        draftTree = rendered
        return rendered
    }

    /// The tree that the client will have after this transaction.
    final var newTree: Rendered? { draftTree }
}
