/// Gives the names of a template their places while it is compiled.
///
/// Every loop, `with` and macro has a scope. A name in a scope gets a slot of the running frame; names at the top level of
/// a template live in its context instead, where includes, blocks and importers find them. A macro sees the slots around
/// it, so its own come after those.
struct NameScopes {
    struct Scope {
        var slots: [String: Int] = [:]
        /// In the order in which they were declared.
        var names: [(name: String, slot: Int)] = []
    }

    struct Function {
        /// Whether names around it are seen: those of macros are, those of blocks are not.
        let seesOuter: Bool
        var scopes = [Scope()]
        var nextSlot: Int
        /// The open levels when it began, and the most there were within it.
        let baseDepth: Int
        var deepest: Int
    }

    private(set) var functions: [Function]
    private var usedSlots: Set<Int> = []

    init() { functions = [Function(seesOuter: false, nextSlot: 0, baseDepth: 0, deepest: 0)] }

    /// Whether a name that is assigned now belongs to the template as a whole.
    var isTopLevel: Bool { functions.count == 1 && functions[0].scopes.count == 1 }

    /// Whether the innermost function is the template itself.
    var isInTemplate: Bool { functions.count == 1 }

    var nextSlot: Int { functions[functions.count - 1].nextSlot }

    var nesting: Int {
        let function = functions[functions.count - 1]
        return function.deepest - function.baseDepth
    }

    mutating func enterFunction(seesOuter: Bool, depth: Int) {
        let first = seesOuter ? nextSlot : 0
        functions.append(Function(seesOuter: seesOuter, nextSlot: first, baseDepth: depth, deepest: depth))
    }

    mutating func leaveFunction() { functions.removeLast() }

    mutating func enterScope() { functions[functions.count - 1].scopes.append(Scope()) }
    mutating func leaveScope() { functions[functions.count - 1].scopes.removeLast() }

    /// Notes that so many levels are open.
    mutating func note(depth: Int) {
        let last = functions.count - 1
        if depth > functions[last].deepest { functions[last].deepest = depth }
    }

    /// The slot of a name in the innermost scope.
    mutating func declare(_ name: String) -> Int {
        let function = functions.count - 1
        let scope = functions[function].scopes.count - 1
        if let slot = functions[function].scopes[scope].slots[name] { return slot }
        let slot = functions[function].nextSlot
        functions[function].nextSlot += 1
        functions[function].scopes[scope].slots[name] = slot
        functions[function].scopes[scope].names.append((name, slot))
        usedSlots.remove(slot)
        return slot
    }

    /// Where a name may be kept, the innermost scope first.
    mutating func resolve(_ name: String) -> [Int] {
        var slots: [Int] = []
        for function in functions.reversed() {
            for scope in function.scopes.reversed() {
                if let slot = scope.slots[name] { slots.append(slot) }
            }
            if !function.seesOuter { break }
        }
        usedSlots.formUnion(slots)
        return slots
    }

    /// All names that are seen here, the innermost first.
    mutating func allVisible() -> [(name: String, slot: Int)] {
        let names = visible
        usedSlots.formUnion(names.map(\.slot))
        return names
    }

    func isUsed(_ slot: Int) -> Bool { usedSlots.contains(slot) }

    private var visible: [(name: String, slot: Int)] {
        var names: [(name: String, slot: Int)] = []
        for function in functions.reversed() {
            for scope in function.scopes.reversed() { names += scope.names }
            if !function.seesOuter { break }
        }
        return names
    }
}
