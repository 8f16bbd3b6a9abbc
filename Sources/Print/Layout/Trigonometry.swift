import Foundation

/// Sine and cosine, rounded so far that every machine's library gives the same picture.
enum Trigonometry {
    static func sine(_ angle: Double) -> Double { (sin(angle) * 1e9).rounded() / 1e9 }
    static func cosine(_ angle: Double) -> Double { (cos(angle) * 1e9).rounded() / 1e9 }
}
