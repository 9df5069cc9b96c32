// SPDX-License-Identifier: GPL-3.0-or-later
//! The certificate that a block's author puts on chain.

use crate::{AsfBlock, SharedFinality};
use asf_primitives::{
	substrate::{InherentError, INHERENT_IDENTIFIER},
	Certificate,
};
use codec::DecodeAll;
use sp_inherents::{Error, InherentData, InherentIdentifier};

/// The newest certificate that can go into a block, with every precommit seen for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CertificateInherent {
	certificate: Option<Certificate>,
}

impl CertificateInherent {
	/// What to put into a block whose parent has number `parent_number`. A chain can only record
	/// what is decided about its own past, and the author builds on what it knows to be final.
	pub fn new<B: AsfBlock>(shared: &SharedFinality<B>, parent_number: u32) -> Self {
		Self::of(shared.newest_certificate(), parent_number)
	}

	/// Nothing, for the check of others' blocks: a certificate that one node knows and another does
	/// not is no reason to refuse a block.
	pub const fn none() -> Self {
		Self { certificate: None }
	}

	fn of(newest: Option<Certificate>, parent_number: u32) -> Self {
		let certificate = newest.filter(|newest| newest.target.number <= parent_number);
		Self { certificate }
	}
}

#[async_trait::async_trait]
impl sp_inherents::InherentDataProvider for CertificateInherent {
	async fn provide_inherent_data(&self, data: &mut InherentData) -> Result<(), Error> {
		match &self.certificate {
			Some(certificate) => data.put_data(INHERENT_IDENTIFIER, certificate),
			None => Ok(()),
		}
	}

	async fn try_handle_error(
		&self,
		identifier: &InherentIdentifier,
		error: &[u8],
	) -> Option<Result<(), Error>> {
		if *identifier != INHERENT_IDENTIFIER {
			return None;
		}
		let error: Box<dyn std::error::Error + Send + Sync> =
			match InherentError::decode_all(&mut &error[..]) {
				Ok(error) => Box::new(error),
				Err(_) => "the runtime's certificate inherent failed in an unknown way".into(),
			};
		Some(Err(Error::Application(error)))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::certificate;
	use asf_primitives::{Height, SetId};
	use codec::Encode;
	use sp_inherents::InherentDataProvider;

	fn provided(inherent: &CertificateInherent) -> Option<Certificate> {
		let data = futures::executor::block_on(inherent.create_inherent_data()).ok()?;
		data.get_data(&INHERENT_IDENTIFIER).ok().flatten()
	}

	#[test]
	fn provides_the_newest_certificate_of_the_past() {
		let newest = certificate(SetId::new(2), Height::new(9), 40);
		let of = |parent| provided(&CertificateInherent::of(Some(newest.clone()), parent));
		assert_eq!(of(40), Some(newest.clone()));
		assert_eq!(of(90), Some(newest.clone()));
		assert_eq!(of(39), None);
		assert_eq!(provided(&CertificateInherent::of(None, 90)), None);
		assert_eq!(provided(&CertificateInherent::none()), None);
	}

	#[test]
	fn answers_for_its_own_errors_only() {
		let handle = |identifier: &InherentIdentifier, error: &[u8]| {
			let inherent = CertificateInherent::none();
			futures::executor::block_on(inherent.try_handle_error(identifier, error))
		};
		let encoded = InherentError::InvalidCertificate.encode();
		assert!(matches!(handle(&INHERENT_IDENTIFIER, &encoded), Some(Err(_))));
		assert!(matches!(handle(&INHERENT_IDENTIFIER, &[9, 9]), Some(Err(_))));
		assert!(handle(b"timstap0", &encoded).is_none());
	}
}
