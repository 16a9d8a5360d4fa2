import LiveProtocol
import Markup
import OrderedCollections

/// The components of one session, by the numbers under which the client knows them: 1, 2, 3 and so on, none twice.
///
/// A component leaves when its client says that the page has it no more (TheClientsRules.md, "Components that leave").
/// What a transaction changes is kept, or undone, at its end.
final class ComponentTable {
    /// How many components may be within one another.
    private static var depthLimit: Int { 100 }

    private var instances: [Int: ComponentInstance] = [:]
    private var cids: [ComponentKey: Int] = [:]
    private var lastCID = 0
    /// Those that the client is about to remove, unless they come again before.
    private var leaving: Set<Int> = []
    /// For each template a component whose tree starts with it, so that others can be sent as changes of it.
    private var examples: [ObjectIdentifier: Int] = [:]
    private var work = Work()

    /// What one transaction has done so far.
    private struct Work {
        /// The greatest number before the transaction; greater ones are new.
        var firstCID = 0
        var begun: OrderedDictionary<Int, ComponentInstance> = [:]
        /// What is to be rendered, and from where it takes its inputs if it must.
        var waiting: [Int: ComponentPlacement?] = [:]
        var order: [Int] = []
        /// Who has placed each component; 0 is the view.
        var placers: [Int: Int] = [:]
        var placer = 0
        var placerDepth = 0
        var failure: ComponentError?
        var rendered: Set<Int> = []
        /// What components that are not there yet held at the moment that is made the present again.
        var restored: [ComponentKey: KeptComponent] = [:]
        var diffs: SparseArray<NodeDiff> = [:]
    }

    func hasComponent(_ cid: Int) -> Bool { instances[cid] != nil }

    /// What a component shows.
    func tree(of cid: Int) -> Rendered? { instances[cid]?.tree }

    /// Makes an info of a component of what a script says; nil when it is not there.
    func info(from message: JSONValue, for cid: Int) throws -> (any Sendable)? {
        try instances[cid]?.info(from: message)
    }

    /// The component whose tree is written; 0 is the view.
    var placer: Int { work.placer }
}

// MARK: - Handlers

extension ComponentTable {
    /// Lets a component handle what is meant for it: an event, a file's progress, or what a timer, a topic or a task of
    /// its own says. When it has left, nothing happens.
    func handle(_ work: SessionWork, for cid: Int, _ page: inout SocketState) throws {
        guard let instance = instances[cid] else { return }
        begin(instance)
        wait(for: cid)
        try instance.run(&page) { state in try instance.handle(work, &state) }
    }

    /// Lets a component handle an info; when it is not there, nothing happens.
    func receive(_ message: any Sendable, for key: ComponentKey, _ page: inout SocketState) throws {
        guard let cid = cids[key], let instance = instances[cid] else { return }
        begin(instance)
        wait(for: cid)
        try instance.run(&page) { state in try instance.receive(message, &state) }
    }

    /// Lets this transaction work on what components held before; those that come back to the page take it as well.
    func restore(_ components: [KeptComponent]) {
        for kept in components {
            guard let cid = cids[kept.key], let instance = instances[cid] else {
                work.restored[kept.key] = kept
                continue
            }
            begin(instance)
            wait(for: cid)
            instance.restore(kept)
        }
    }

    /// What all components hold, by their numbers.
    func keepStates() -> [KeptComponent] {
        instances.isEmpty ? [] : instances.values.compactMap { $0.keepState() }.sorted { $0.cid < $1.cid }
    }

    /// Starts work on a copy of a component, once in a transaction.
    private func begin(_ instance: ComponentInstance) {
        guard work.begun.updateValue(instance, forKey: instance.cid) == nil else { return }
        instance.begin()
    }

    private func wait(for cid: Int, _ placement: ComponentPlacement? = nil) {
        guard let known = work.waiting[cid] else {
            work.waiting[cid] = .some(placement)
            work.order.append(cid)
            return
        }
        if known == nil { work.waiting[cid] = .some(placement) }
    }
}

// MARK: - Rendering

extension ComponentTable {
    /// Finds the component of a placement, or makes it, and notes it for rendering when it must be rendered.
    ///
    /// - Returns: The number by which the client knows it.
    func place(_ placement: ComponentPlacement) -> Int {
        let cid = cids[placement.key] ?? makeInstance(for: placement)
        placement.cid = cid
        instances[cid]?.placer = work.placer
        if work.placers.updateValue(work.placer, forKey: cid) != nil {
            work.failure = work.failure ?? .placedTwice("\(placement.key)")
        } else if let instance = instances[cid], placement.differs(from: instance) {
            wait(for: cid, placement)
        }
        return cid
    }

    /// Renders all that waits, and what that places, until nothing waits.
    ///
    /// - Parameter withdraw: Forgets the views that a component has placed, since it is rendered again.
    /// - Returns: What changed, by component.
    func render(
        _ writer: inout DiffWriter, _ page: inout SocketState, withdrawing withdraw: (Int) -> Void
    ) throws -> SparseArray<NodeDiff> {
        var next = 0
        while next < work.order.count {
            if let failure = work.failure { throw failure }
            let cid = work.order[next]
            next += 1
            guard let instance = instances[cid], let placement = work.waiting.removeValue(forKey: cid) else { continue }
            guard instance.depth <= Self.depthLimit else {
                throw ComponentError.nestedTooDeep("\(instance.key)", limit: Self.depthLimit)
            }
            begin(instance)
            if let kept = work.restored.removeValue(forKey: instance.key) { instance.restore(kept) }
            if let placement { try instance.update(from: placement, &page) }
            try render(instance, page, &writer, withdraw)
        }
        if let failure = work.failure { throw failure }
        return work.diffs
    }

    private func render(
        _ instance: ComponentInstance, _ page: SocketState, _ writer: inout DiffWriter, _ withdraw: (Int) -> Void
    ) throws {
        if !work.rendered.insert(instance.cid).inserted {
            // It was rendered before an element around it gave it other inputs; what it placed then counts no more.
            work.placers = work.placers.filter { $0.value != instance.cid }
            withdraw(instance.cid)
        }
        let rendered = try HandlerFailure.naming("\(instance.key)") { try instance.rendered(on: page) }
        work.placer = instance.cid
        work.placerDepth = instance.depth
        work.diffs[instance.cid] = difference(of: instance, to: rendered, &writer)
    }

    /// What the client must be told so that it has the new tree of a component; nil for nothing.
    private func difference(
        of instance: ComponentInstance, to rendered: Rendered, _ writer: inout DiffWriter
    ) -> NodeDiff? {
        if let tree = instance.tree, rendered.hasSameStatics(as: tree) {
            return writer.changes(from: tree, to: rendered)
        }
        let template = ObjectIdentifier(writer.statics.statics(of: rendered))
        let source = source(for: rendered, template, before: instance.cid)
        examples[template] = instance.cid
        guard let source else { return writer.whole(rendered) }
        return writer.link(to: source.reference, tree: source.tree, rendered)
    }

    /// A component whose tree starts with the same template, and how it is named: by its negative number when the
    /// client has it from before, by its number when it is new in this diff (TheWire.md, "Components").
    private func source(
        for rendered: Rendered, _ template: ObjectIdentifier, before cid: Int
    ) -> (reference: Int, tree: Rendered)? {
        guard let example = examples[template], example != cid, let instance = instances[example] else { return nil }
        guard let tree = instance.tree ?? instance.newTree, rendered.hasSameStatics(as: tree) else { return nil }
        return (instance.tree == nil ? example : -example, tree)
    }

    private func makeInstance(for placement: ComponentPlacement) -> Int {
        lastCID += 1
        cids[placement.key] = lastCID
        instances[lastCID] = placement.makeInstance(cid: lastCID, depth: work.placerDepth + 1)
        return lastCID
    }
}

// MARK: - Ends

extension ComponentTable {
    /// Makes what the transaction did what is kept.
    func keep() {
        for instance in work.begun.values { instance.keep() }
        if !leaving.isEmpty { leaving.subtract(work.placers.keys) }
        finish()
    }

    /// Undoes what the transaction did.
    func discard() {
        for instance in work.begun.values { instance.discard() }
        while lastCID > work.firstCID {
            if let key = instances.removeValue(forKey: lastCID)?.key { cids[key] = nil }
            lastCID -= 1
        }
        finish()
    }

    private func finish() {
        work = Work()
        work.firstCID = lastCID
    }

    /// Notes that the page has components no more, and that the client will forget them unless they come again.
    func expectEnd(of cids: [Int]) { leaving.formUnion(cids.filter(hasComponent)) }

    /// Ends components that have not come again.
    ///
    /// - Returns: Those that have ended.
    func end(_ cids: [Int]) -> [Int] {
        cids.filter { cid in
            guard leaving.remove(cid) != nil, let instance = instances.removeValue(forKey: cid) else { return false }
            self.cids[instance.key] = nil
            return true
        }
    }
}
