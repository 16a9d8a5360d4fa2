/// A colour of red, green and blue from 0 to 1, as the spaces of CSS come to it (CSS Color 4, section 10).
struct ColorMixture {
    var red: Double
    var green: Double
    var blue: Double

    init(red: Double, green: Double, blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// The parts of a colour; nil for one of the terminal's palette.
    init?(_ color: Color) {
        guard case .rgb(let red, let green, let blue) = color else { return nil }
        self.init(red: Double(red) / 255, green: Double(green) / 255, blue: Double(blue) / 255)
    }

    /// - Parameter hue: In degrees.
    init(hue: Double, saturation: Double, lightness: Double) {
        let turn = (hue.truncatingRemainder(dividingBy: 360) + 360).truncatingRemainder(dividingBy: 360) / 30
        func channel(_ offset: Double) -> Double {
            let place = (offset + turn).truncatingRemainder(dividingBy: 12)
            return lightness - saturation * min(lightness, 1 - lightness) * max(-1, min(place - 3, 9 - place, 1))
        }
        self.init(red: channel(0), green: channel(8), blue: channel(4))
    }

    /// - Parameter hue: In degrees.
    init(hue: Double, white: Double, black: Double) {
        guard white + black < 1 else {
            let grey = white / (white + black)
            self.init(red: grey, green: grey, blue: grey)
            return
        }
        let pure = ColorMixture(hue: hue, saturation: 1, lightness: 0.5)
        func channel(_ value: Double) -> Double { value * (1 - white - black) + white }
        self.init(red: channel(pure.red), green: channel(pure.green), blue: channel(pure.blue))
    }

    init(oklabLightness lightness: Double, a: Double, b: Double) {
        func cube(_ value: Double) -> Double { value * value * value }
        let long = cube(lightness + 0.3963377774 * a + 0.2158037573 * b)
        let medium = cube(lightness - 0.1055613458 * a - 0.0638541728 * b)
        let short = cube(lightness - 0.0894841775 * a - 1.2914855480 * b)
        self.init(
            linearRed: 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
            green: -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
            blue: -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short)
    }

    /// - Parameter hue: In degrees.
    init(oklabLightness lightness: Double, chroma: Double, hue: Double) {
        let (sine, cosine) = Self.sineAndCosine(degrees: hue)
        self.init(oklabLightness: lightness, a: chroma * cosine, b: chroma * sine)
    }

    init(labLightness lightness: Double, a: Double, b: Double) {
        let middle = (lightness + 16) / 116
        func tristimulus(_ value: Double) -> Double {
            let cubed = value * value * value
            return cubed > 216.0 / 24389 ? cubed : (116 * value - 16) * 27 / 24389
        }
        // The white of D50, brought to that of D65 by one matrix with the way to red, green and blue.
        let x = tristimulus(middle + a / 500) * 0.96422
        let y = tristimulus(middle)
        let z = tristimulus(middle - b / 200) * 0.82521
        self.init(
            linearRed: 3.1338561 * x - 1.6168667 * y - 0.4906146 * z,
            green: -0.9787684 * x + 1.9161415 * y + 0.0334540 * z,
            blue: 0.0719453 * x - 0.2289914 * y + 1.4052427 * z)
    }

    /// - Parameter hue: In degrees.
    init(labLightness lightness: Double, chroma: Double, hue: Double) {
        let (sine, cosine) = Self.sineAndCosine(degrees: hue)
        self.init(labLightness: lightness, a: chroma * cosine, b: chroma * sine)
    }

    private init(linearRed red: Double, green: Double, blue: Double) {
        self.init(red: Self.encoded(red), green: Self.encoded(green), blue: Self.encoded(blue))
    }

    /// What lies between two colours; a share of 1 is the other one. Nil where the other is none.
    func mixed(with other: ColorMixture?, share: Double) -> ColorMixture? {
        guard let other else { return nil }
        func between(_ one: Double, _ two: Double) -> Double { one + (two - one) * share }
        return ColorMixture(
            red: between(red, other.red), green: between(green, other.green), blue: between(blue, other.blue))
    }

    var color: Color {
        func byte(_ value: Double) -> UInt8 { value.isNaN ? 0 : UInt8(min(max(value * 255, 0), 255).rounded()) }
        return .rgb(red: byte(red), green: byte(green), blue: byte(blue))
    }

    // MARK: Without a library of mathematics

    /// The curve of sRGB: `1.055 * v^(1/2.4) - 0.055`.
    private static func encoded(_ linear: Double) -> Double {
        guard linear > 0.0031308 else { return max(0, linear) * 12.92 }
        let value = min(linear, 1)
        // v^(5/12) as the sixth root of v^2.5, found by Newton's steps.
        let target = value * value * value.squareRoot()
        var root = value.squareRoot()
        for _ in 0..<24 {
            let fifth = root * root * root * root * root
            root -= (fifth * root - target) / (6 * fifth)
        }
        return 1.055 * root - 0.055
    }

    /// By the sum of their series, after the angle is brought near to zero.
    private static func sineAndCosine(degrees: Double) -> (sine: Double, cosine: Double) {
        let angle = degrees.remainder(dividingBy: 360) * .pi / 180
        var (sine, cosine) = (0.0, 0.0)
        var term = 1.0
        for power in 0..<24 {
            switch power % 4 {
            case 0: cosine += term
            case 1: sine += term
            case 2: cosine -= term
            default: sine -= term
            }
            term *= angle / Double(power + 1)
        }
        return (sine, cosine)
    }
}
