/// Labels of letters that are easy to reach, none the beginning of another.
enum HintLabels {
    /// The letters of the home row, the strongest fingers first.
    static let letters: [Character] = ["f", "j", "d", "k", "s", "l", "a", "h", "g"]

    /// How many labels there are of a length, all of which are free of prefixes of each other.
    static func count(ofLength length: Int) -> Int {
        var count = 1
        for _ in 0..<length { count *= letters.count }
        return count
    }

    /// The shortest length of which there are enough labels.
    static func length(for count: Int) -> Int {
        var length = 1
        while self.count(ofLength: length) < count { length += 1 }
        return length
    }

    /// The label of a number below `count(ofLength:)`; numbers beside each other differ in their first letter.
    static func label(_ number: Int, length: Int) -> String {
        var label = ""
        var rest = number
        for _ in 0..<length {
            label.append(letters[rest % letters.count])
            rest /= letters.count
        }
        return label
    }
}
