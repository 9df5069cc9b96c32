// SPDX-License-Identifier: GPL-3.0-or-later
//! Numbers and what becomes of them: percentiles, rates and trends, judgement, reports and plots.
//! Nothing here talks to a network.

pub(crate) mod blocks;
pub(crate) mod check;
pub(crate) mod histogram;
pub(crate) mod plot;
pub(crate) mod report;
pub(crate) mod trend;
