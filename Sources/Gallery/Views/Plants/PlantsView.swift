import Viewfinder

/// An inventory of plants: a list, and a form to add or edit one, each with an address of its own.
struct PlantsView: LiveView {
    struct Entry: Encodable, Sendable, Equatable {
        let id: Int
        var plant: Plant
    }

    /// What is being filled in.
    struct Draft: Encodable, Sendable {
        /// The entry that is edited; nil for a new one.
        let id: Int?
        var form: Form<Plant>

        /// - Parameter entry: What is edited; nil for a new one.
        init(_ entry: Entry? = nil) {
            id = entry?.id
            form = Form("plant", entry?.plant ?? Plant())
        }
    }

    enum Event: Decodable, Sendable {
        case delete(id: Int)
        case validate(plant: FormInput)
        case save(plant: FormInput)
    }

    struct Context: LiveContext {
        var entries = Plant.first.enumerated().map { Entry(id: $0 + 1, plant: $1) }
        var nextID = Plant.first.count + 1
        /// Nil while the list is shown.
        var draft: Draft?
    }

    func handleParams(_ params: Params, _ socket: inout Socket) throws {
        if params.path == "/plants/new" {
            socket.title = "New plant"
            socket.context.draft = Draft()
        } else if let id = try params.value("id", as: Int?.self) {
            guard let entry = socket.context.entries.first(where: { $0.id == id }) else {
                socket.putFlash("error", "This plant is not here any more.")
                socket.replacePatch(to: "/plants")
                return
            }
            socket.title = "Edit \(entry.plant.name)"
            socket.context.draft = Draft(entry)
        } else {
            socket.title = "Plants"
            socket.context.draft = nil
        }
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .delete(let id): delete(id, &socket)
        case .validate(let input): validate(input, &socket)
        case .save(let input):
            validate(input, &socket)
            if let plant = socket.context.draft?.form.apply() { save(plant, &socket) }
        }
    }

    /// Checks the form; what the other plants are called, no rule of its own can know.
    private func validate(_ input: FormInput, _ socket: inout Socket) {
        guard var draft = socket.context.draft else { return }
        draft.form.validate(input)
        let name = draft.form["name"]
        let isTaken = socket.context.entries.contains {
            $0.id != draft.id && $0.plant.name.lowercased() == name.value.lowercased()
        }
        if isTaken, name.isUsed { draft.form.addError("name", "There is a \(name.value) already.") }
        socket.context.draft = draft
    }

    private func save(_ plant: Plant, _ socket: inout Socket) {
        if let place = socket.context.entries.firstIndex(where: { $0.id == socket.context.draft?.id }) {
            socket.context.entries[place].plant = plant
            socket.putFlash("success", "\(plant.name) is up to date.")
        } else {
            socket.context.entries.append(Entry(id: socket.context.nextID, plant: plant))
            socket.context.nextID += 1
            socket.putFlash("success", "\(plant.name) moved in.")
        }
        socket.pushPatch(to: "/plants")
    }

    private func delete(_ id: Int, _ socket: inout Socket) {
        guard let place = socket.context.entries.firstIndex(where: { $0.id == id }) else { return }
        let entry = socket.context.entries.remove(at: place)
        socket.putFlash("info", "\(entry.plant.name) went to the neighbours.")
    }
}
