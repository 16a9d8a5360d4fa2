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
