//! Turns an address into a QR code: level M, with its quiet zone, as a drawing.

use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};

/// Modules around a code that stay white (ISO/IEC 18004).
const QUIET: usize = 4;

/// How wide the code itself is printed; phones need 20 mm.
const WIDTH_MM: f64 = 22.0;

/// A code as a drawing.
pub struct Qr {
    pub svg: String,
    /// With its quiet zone.
    pub width_mm: f64,
}

/// Draws the code of an address.
///
/// # Errors
/// The address is too long.
pub fn svg(url: &str) -> Result<Qr, String> {
    let code = QrCode::with_error_correction_level(url, EcLevel::M);
    let code = code.map_err(|_| format!("the address `{url}` is too long for a QR code"))?;
    let modules = code.width();
    let svg = code.render::<svg::Color<'_>>().quiet_zone(true).module_dimensions(10, 10).build();
    let width = f64::from(u32::try_from(modules + 2 * QUIET).unwrap_or(u32::MAX));
    let width_mm = WIDTH_MM * width / (width - 8.0);
    Ok(Qr { svg, width_mm })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_itself_is_at_least_20_mm_wide_and_stands_in_white() {
        let qr = svg("https://carers.example.org/print/h4kd7cr/").unwrap();
        // 41 letters at level M: version 3, 29 modules, and 4 on each side.
        assert!(qr.svg.contains("viewBox=\"0 0 370 370\""), "{}", &qr.svg[..200]);
        assert!(qr.width_mm * 29.0 / 37.0 >= 20.0, "{}", qr.width_mm);
    }

    #[test]
    fn an_address_can_be_too_long() {
        assert!(svg(&"x".repeat(3000)).is_err());
    }
}
