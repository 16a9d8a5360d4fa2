import Viewfinder

extension PlantsView {
    func render(_ context: Context, _ meta: Meta) -> Rendered {
        if let draft = context.draft { return form(draft, meta) }
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

    private func form(_ draft: Draft, _ meta: Meta) -> Rendered {
        """
        <h1>\(draft.id == nil ? "New plant" : "Edit plant")</h1>
        \(meta.flashBanners())
        <form id="plant" phx-change="validate" phx-submit="save">
          \(field("name", "Name", draft, draft.plant.name))
          \(field("room", "Room", draft, draft.plant.room))
          <div>
            <label for="plant-light">Light</label>
            <select id="plant-light" name="plant[light]">
              \(Plant.Light.allCases.map { light in
                #"<option \#(attribute: "selected", if: light == draft.plant.light)>\#(light.rawValue)</option>"# as Rendered
              })
            </select>
          </div>
          \(field("days", "Days", draft, draft.plant.days, type: "number"))
          <p>
            <button type="submit">Save</button>
            \(link("Cancel", patch: "/plants"))
          </p>
        </form>
        """
    }

    private func field(_ name: String, _ label: String, _ draft: Draft, _ value: String, type: String = "text")
        -> Rendered
    {
        """
        <div>
          <label for="plant-\(name)">\(label)</label>
          <input type="\(type)" id="plant-\(name)" name="plant[\(name)]" value="\(value)" \
        \(attribute: "aria-describedby", draft.problems[name].map { _ in "problem-\(name)" })>
          \(draft.problems[name].map { #"<span class="problem" id="problem-\#(name)">\#($0)</span>"# as Rendered })
        </div>
        """
    }
}
