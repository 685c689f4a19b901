//! What a part used: CPU time, memory, and the core it runs on.

use std::time::Duration;

use nix::sched::{CpuSet, sched_getaffinity, sched_setaffinity};
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeVal;
use nix::unistd::Pid;

/// CPU time of all threads of this process, in user space and in the kernel.
pub fn cpu() -> Duration {
    let usage = getrusage(UsageWho::RUSAGE_SELF).unwrap();
    let length = |time: TimeVal| {
        let seconds = u64::try_from(time.tv_sec()).unwrap();
        Duration::new(seconds, u32::try_from(time.tv_usec()).unwrap() * 1_000)
    };
    length(usage.user_time()) + length(usage.system_time())
}

/// The most memory this process ever had, in KiB.
pub fn peak_kib() -> u64 {
    status("VmHWM:")
}

/// What it has now, in KiB.
pub fn memory_kib() -> u64 {
    status("VmRSS:")
}

fn status(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with(name)).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

/// Keeps this process on one core: the stub on the first, whoever is measured on the last, so that
/// they do not take time from each other. On a machine with one core it changes nothing.
pub fn stay_on(first: bool) {
    let allowed = sched_getaffinity(Pid::from_raw(0)).unwrap();
    let mut cores = (0..CpuSet::count()).filter(|core| allowed.is_set(*core).unwrap_or(false));
    let core = if first { cores.next() } else { cores.next_back() };
    let mut set = CpuSet::new();
    set.set(core.unwrap()).unwrap();
    sched_setaffinity(Pid::from_raw(0), &set).unwrap();
}
