import Viewfinder

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
