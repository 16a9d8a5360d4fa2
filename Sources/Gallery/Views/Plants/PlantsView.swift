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
        var id: Int?
        var plant = Plant()
        var problems: [String: String] = [:]
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
            socket.context.draft = Draft(id: id, plant: entry.plant)
        } else {
            socket.title = "Plants"
            socket.context.draft = nil
        }
    }

    func handleEvent(_ name: String, _ payload: Payload, _ socket: inout Socket) throws {
        switch name {
        case "delete": delete(try payload.value("id", as: Int.self), &socket)
        default:
            guard var draft = socket.context.draft else { return }
            draft.plant = try payload.value("plant", as: Plant.self)
            let others = socket.context.entries.filter { $0.id != draft.id }.map(\.plant)
            let isSaving = name == "save"
            draft.problems = [:]
            for field in Plant.Field.allCases where isSaving || payload.isUsed("plant", field.rawValue) {
                draft.problems[field.rawValue] = draft.plant.problem(of: field, among: others)
            }
            socket.context.draft = draft
            if isSaving, draft.problems.isEmpty { save(draft, &socket) }
        }
    }

    private func save(_ draft: Draft, _ socket: inout Socket) {
        if let place = socket.context.entries.firstIndex(where: { $0.id == draft.id }) {
            socket.context.entries[place].plant = draft.plant
            socket.putFlash("success", "\(draft.plant.name) is up to date.")
        } else {
            socket.context.entries.append(Entry(id: socket.context.nextID, plant: draft.plant))
            socket.context.nextID += 1
            socket.putFlash("success", "\(draft.plant.name) moved in.")
        }
        socket.pushPatch(to: "/plants")
    }

    private func delete(_ id: Int, _ socket: inout Socket) {
        guard let place = socket.context.entries.firstIndex(where: { $0.id == id }) else { return }
        let entry = socket.context.entries.remove(at: place)
        socket.putFlash("info", "\(entry.plant.name) went to the neighbours.")
    }
}
