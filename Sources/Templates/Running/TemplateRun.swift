/// What all templates of one rendering share, and what it may still use up.
final class TemplateRun {
    /// The most levels that may be open, whatever an app allows: the stack of a thread holds no more.
    private static let depthLimit = 1000
    /// The levels that entering a template, block or macro costs beside its own nesting.
    private static let entryCost = 4
    /// How many values of a collection are looked at in one step.
    private static let valuesPerStep = 8
    /// What an element of a list and a collection take up beside the text in them.
    private static let elementSize = 32
    private static let collectionSize = 96

    let library: any NamedTemplates
    /// The value of a name that every template sees unless its context has it; nil when there is none.
    let global: (String) -> TemplateValue?
    private let limits: TemplateLimits
    private var workLeft: Int
    private var sizeLeft: Int
    private var depth = 0
    private var templates: [String: Template] = [:]
    /// What may hold itself, by way of what it holds, and is emptied when the rendering ends.
    private var held: [ValueHolder] = []
    /// Whether a template of this rendering changes lists or dictionaries, so that those of the context must be its own.
    var changesCollections = false
    /// The texts that were last looked into by index.
    private var indices = TextIndexCache()

    /// - Parameter global: The value of a name that every template sees unless its context has it.
    init(
        library: any NamedTemplates, limits: TemplateLimits = TemplateLimits(),
        global: @escaping (String) -> TemplateValue?
    ) {
        self.library = library
        self.global = global
        self.limits = limits
        workLeft = limits.work
        sizeLeft = limits.size
    }

    /// Ends the rendering: nothing that it made stays, even if it holds itself.
    func end() {
        for holder in held { holder.dismantle() }
        held = []
    }

    /// Keeps what may hold itself until the rendering ends.
    func hold(_ holder: ValueHolder) {
        guard !holder.isHeld else { return }
        holder.isHeld = true
        held.append(holder)
    }

    /// Keeps what a value was put into, if that value may hold it in turn.
    func hold(_ holder: ValueHolder, with value: TemplateValue) {
        if value.holder != nil { hold(holder) }
    }

    /// The compiled template of a name; nil when there is none. A rendering sees one version of each.
    func template(named name: String) throws(TemplateError) -> Template? {
        if let template = templates[name] { return template }
        let template = try library.template(named: name)
        templates[name] = template
        return template
    }

    /// The scalars of a text by their indices.
    func index(of text: String) -> TextIndex { indices.index(of: text) }
}

extension TemplateRun {
    /// Begins a part of a template that is nested so many levels deep, unless too many are open already.
    func enter(_ nesting: Int, at offset: Int) throws(TemplateError) {
        let deeper = depth + nesting + TemplateRun.entryCost
        let limit = min(limits.depth, TemplateRun.depthLimit)
        guard deeper <= limit else { throw TemplateError(.tooDeep(limit: limit), at: offset) }
        depth = deeper
    }

    /// Ends what `enter` began.
    func leave(_ nesting: Int) { depth -= nesting + TemplateRun.entryCost }

    /// Takes a step.
    func work(at offset: Int) throws(TemplateError) {
        workLeft -= 1
        if workLeft < 0 { throw TemplateError(.tooMuchWork(limit: limits.work), at: offset) }
    }

    /// Takes the steps of looking through so many values.
    func look(through count: Int, at offset: Int) throws(TemplateError) {
        workLeft -= min(1 + count / TemplateRun.valuesPerStep, Int.max >> 1)
        if workLeft < 0 { throw TemplateError(.tooMuchWork(limit: limits.work), at: offset) }
    }

    /// Takes the room of so many bytes that were made.
    func make(_ bytes: Int, at offset: Int) throws(TemplateError) {
        sizeLeft -= bytes
        if sizeLeft < 0 { throw TemplateError(.resultTooLarge("what the template makes"), at: offset) }
    }

    /// Takes the room of a value that was made, without that of its members.
    func made(_ value: TemplateValue, at offset: Int) throws(TemplateError) {
        switch value {
        case .string(let text), .markup(let text): try make(text.utf8.count, at: offset)
        case .list(let list): try make(TemplateRun.collectionSize + list.count * TemplateRun.elementSize, at: offset)
        case .map(let map): try make(TemplateRun.collectionSize + map.count * TemplateRun.elementSize, at: offset)
        case .undefined, .none, .bool, .integer, .number, .object: break
        }
    }

    /// Takes the room of so many elements that are put into a collection.
    func makeElements(_ count: Int, at offset: Int) throws(TemplateError) {
        try make(count * TemplateRun.elementSize, at: offset)
    }

    /// How many bytes may still be made.
    var room: Int { max(0, sizeLeft) }

    /// Sees to it that there is room for a text or list that is going to be made.
    func checkRoom(for bytes: Int, _ what: String, at offset: Int) throws(TemplateError) {
        guard bytes <= sizeLeft else { throw TemplateError(.resultTooLarge(what), at: offset) }
    }

    /// The same for so many times so many bytes.
    func checkRoom(for count: Int, times bytes: Int, _ what: String, at offset: Int) throws(TemplateError) {
        let size = count.multipliedReportingOverflow(by: bytes)
        try checkRoom(for: size.overflow ? .max : size.partialValue, what, at: offset)
    }

    /// Sees to it that there is room for a list of so many elements.
    func checkRoom(forElements count: Int, _ what: String, at offset: Int) throws(TemplateError) {
        try checkRoom(for: count, times: TemplateRun.elementSize, what, at: offset)
    }
}

/// Templates by their names.
protocol NamedTemplates {
    var names: [String] { get }
    /// The compiled template; nil when there is none of this name.
    func template(named name: String) throws(TemplateError) -> Template?
}
