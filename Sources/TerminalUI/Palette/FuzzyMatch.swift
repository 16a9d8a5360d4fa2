/// How well typed letters fit a text: they stand in it in their order, maybe with others between.
struct FuzzyMatch: Equatable {
    /// The more, the better.
    let score: Int
    /// The places of the letters in the text, in characters.
    let places: [Int]

    /// Letters that begin a word, or follow each other, count more; small letters stand for both cases, blanks for nothing.
    ///
    /// - Returns: nil when a letter is not there.
    init?(_ typed: String, in text: String) {
        let letters = Array(typed.lowercased().filter { !$0.isWhitespace })
        let characters = Array(text)
        let small = characters.map { $0.lowercased() }
        guard let found = Self.best(letters, small.map { Character($0.first.map(String.init) ?? " ") }) else {
            return nil
        }
        // Of texts that fit as well the shorter one is meant; without letters all fit alike.
        score = letters.isEmpty ? 0 : found.score - characters.count / 16
        places = found.places
    }

    private static func best(_ letters: [Character], _ text: [Character]) -> (score: Int, places: [Int])? {
        guard !letters.isEmpty else { return (0, []) }
        var best: (score: Int, places: [Int])?
        // Each place of the first letter is tried, and from there on the nearest of each other one.
        for start in text.indices where text[start] == letters[0] {
            var places = [start]
            var score = bonus(start, text)
            var next = start + 1
            for letter in letters.dropFirst() {
                let ahead = text[min(next, text.count)...]
                let wordStart = ahead.indices.first { text[$0] == letter && isWordStart($0, text) }
                guard let nearest = ahead.firstIndex(of: letter) else { return best }
                // What goes on is better than what begins anew, and that better than what is in between.
                let place = nearest == next ? nearest : wordStart ?? nearest
                score += place == next ? 8 : bonus(place, text) - min(3, place - next)
                places.append(place)
                next = place + 1
            }
            if best.map({ score > $0.score }) ?? true { best = (score, places) }
        }
        return best
    }

    private static func bonus(_ place: Int, _ text: [Character]) -> Int {
        isWordStart(place, text) ? (place == 0 ? 9 : 7) : 1
    }

    private static func isWordStart(_ place: Int, _ text: [Character]) -> Bool {
        place == 0 || !(text[place - 1].isLetter || text[place - 1].isNumber)
    }
}
