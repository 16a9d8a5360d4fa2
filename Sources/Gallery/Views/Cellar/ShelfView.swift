import Viewfinder

/// One shelf of the cellar, by its number in the address.
struct ShelfView: LiveView {
    struct Context: LiveContext {
        var number = 1
    }

    func mount(_ params: Params, _ socket: inout Socket) throws {
        socket.context.number = try params.value("number")
        guard (1...Shelf.all.count).contains(socket.context.number) else {
            socket.putFlash("warning", "There is no shelf \(socket.context.number).")
            socket.replaceNavigate(to: "/cellar")
            return
        }
        socket.title = Shelf.all[socket.context.number - 1].name
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        let shelf = Shelf.all[context.number - 1]
        return """
            <h1>\(shelf.name)</h1>
            <table>\(shelf.jars.map { "<tr><td>\($0.content)</td><td>\($0.year)</td></tr>" })</table>
            <p>\(link("Back to the shelves", navigate: "/cellar"))</p>
            """
    }
}

/// A shelf of the cellar with what stands on it.
struct Shelf {
    let name: String
    let jars: [(content: String, year: Int)]

    static let all = [
        Shelf(name: "Jams", jars: [("Plum", 2023), ("Quince", 2024), ("Rowan", 2021)]),
        Shelf(name: "Pickles", jars: [("Gherkin", 2025), ("Walnut", 2022)]),
        Shelf(name: "Cordials", jars: [("Elder", 2025), ("Sloe", 2020), ("Mint", 2024), ("Rhubarb", 2025)]),
    ]
}
