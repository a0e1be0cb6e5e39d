#![allow(missing_docs)]
use claims::{lattice::*, suppress::*};
fn main() {
    let args: Vec<u64> = std::env::args().skip(1).map(|a| a.parse().unwrap()).collect();
    let (rows, values, depth) = (args[0], args[1], args[2] as u8);
    let mut seed = 42_u64;
    let mut rnd = move || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed >> 11) as f64 / (1u64 << 53) as f64
    };
    let mut parents = vec![0u16; 38];
    for i in 0..514u16 {
        parents.push(1 + (((i as f64 / 514.0).powf(1.3)) * 38.0) as u16);
    }
    let mut tp = vec![0u16; 4];
    for m in 0..48u16 {
        tp.push(1 + m / 12);
    }
    let axes = [
        Axis::new(&parents).unwrap(),
        Axis::new(&tp).unwrap(),
        Axis::flat(5).unwrap(),
        Axis::flat(4).unwrap(),
    ];
    let mut lat = Lattice::new(axes.clone());
    let rw: Vec<f64> = (0..514).map(|_| (-rnd().ln() * 1.0).powf(2.0) + 0.05).collect();
    let tot: f64 = rw.iter().sum();
    let pw = [0.68, 0.12, 0.06, 0.09, 0.05];
    let gw = [0.8, 0.13, 0.05, 0.02];
    for (i, &r) in axes[0].leaves().iter().enumerate() {
        for &t in axes[1].leaves() {
            for p in 0..5u16 {
                for g in 0..4u16 {
                    let mean = rows as f64 * rw[i] / tot / 48.0 * pw[p as usize] * gw[g as usize];
                    // poisson
                    let n = if mean > 50.0 {
                        (mean + mean.sqrt() * (rnd() + rnd() + rnd() - 1.5) * 2.0).max(0.0) as u64
                    } else {
                        let l = (-mean).exp();
                        let mut k = 0;
                        let mut q = rnd();
                        while q > l {
                            k += 1;
                            q *= rnd();
                        }
                        k
                    };
                    lat.add([r, t, p + 1, g + 1], n, 0);
                }
            }
        }
    }
    let t = std::time::Instant::now();
    let s = Suppression::new(&lat, &Rule { smallest: 5, values, months_by_group: depth });
    println!(
        "{rows} rows values {values} depth {depth}: {:?} cells {} swaps {}",
        t.elapsed(),
        lat.len(),
        s.swaps.len()
    );
    for d in 0..3u8 {
        for td in 0..3u8 {
            for pd in 0..2u8 {
                for gd in 0..2u8 {
                    let mut n = [0u64; 5];
                    let mut c = [0u64; 5];
                    for i in 0..lat.len() {
                        let p = lat.point(i);
                        if lat.depths(p) == [d, td, pd, gd] {
                            let k = s.states[i] as usize;
                            n[k] += 1;
                            c[k] += lat.counts()[i];
                        }
                    }
                    let all: u64 = c.iter().sum();
                    println!(
                        "{d}{td}{pd}{gd} cells kept {} absent {} small {} protecting {} empty {}; claims kept {:.1}% absent {:.1}",
                        n[0],
                        n[1],
                        n[2],
                        n[3],
                        n[4],
                        100.0 * c[0] as f64 / all as f64,
                        100.0 * c[1] as f64 / all as f64
                    );
                }
            }
        }
    }
    let t = std::time::Instant::now();
    let b = claims::audit::bounds(&lat, &s);
    let w = (0..lat.len()).filter(|&i| s.states[i] == State::Small).map(|i| b.high[i] - b.low[i] + 1).min();
    for st in [State::Small] {
        let _ = st;
    }
    println!("bounds {:?} narrowest {w:?}", t.elapsed());
}
