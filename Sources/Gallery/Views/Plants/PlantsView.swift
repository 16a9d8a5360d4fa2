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

extension PlantsView {
    func render(_ context: Context, _ meta: Meta) -> Rendered {
        if let draft = context.draft { return page(of: draft, meta) }
        return """
            <h1>Plants</h1>
            \(meta.flashBanners())
            \(if: context.entries.isEmpty, "<p>Not a leaf in the house.</p>", else: list(context.entries))
            <p>\(link("Add a plant", patch: "/plants/new"))</p>
            """
    }

    private func list(_ entries: [Entry]) -> Rendered {
        """
        <table>
          <thead><tr><th>plant</th><th>room</th><th class="wide">light</th><th class="right">days</th><th></th></tr></thead>
          <tbody>\(each(entries, by: \.id, row))</tbody>
        </table>
        """
    }

    private func row(_ entry: Entry) -> Rendered {
        """
        <tr id="plant-\(entry.id)">
          <td>\(link(entry.plant.name, patch: "/plants/\(entry.id)/edit"))</td>
          <td>\(entry.plant.room)</td><td class="wide">\(entry.plant.light.rawValue)</td>
          <td class="right">\(entry.plant.days)</td>
          <td><button phx-click="delete" phx-value-id="\(entry.id)" aria-label="Delete \(entry.plant.name)">Delete</button></td>
        </tr>
        """
    }

    private func page(of draft: Draft, _ meta: Meta) -> Rendered {
        let form = draft.form
        return """
            <h1>\(draft.id == nil ? "New plant" : "Edit plant")</h1>
            \(meta.flashBanners())
            <form id="plant" phx-change="validate" phx-submit="save">
              \(form["name"].text("Name"))
              \(form["room"].text("Room"))
              \(form["light"].select("Light", FormOption.all(of: Plant.Light.self)))
              \(form["days"].number("Days"))
              <p>
                <button type="submit">Save</button>
                \(link("Cancel", patch: "/plants"))
              </p>
            </form>
            """
    }
}
