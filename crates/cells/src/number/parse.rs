//! The grammar of numbers with words beside them: see the documentation of the crate.
use dataset::{Currency, Qualifier};

use super::lex::{self, Lexeme};
use super::lexicon::{self, Kind};
use crate::cell::{Entered, EnteredUnit, Style};
use crate::exact::{Exact, Unfit};
use crate::unclear::Unclear;

/// How what can mean two things is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    /// The sign that divides decimals.
    pub(super) style: Style,
    /// The power of ten of `M`.
    pub(super) m: i32,
}

/// A part of a text whose words are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Digits(String, Option<i32>),
    Known(Kind, String),
    Money(Currency),
    Open,
    Close,
}

/// The tokens of a tidy text.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, Unclear> {
    let lexemes = lex::lexemes(text);
    if !lexemes.iter().any(|lexeme| matches!(lexeme, Lexeme::Digits(..))) {
        return Err(Unclear::NotANumber { text: text.to_owned() });
    }
    let mut found = Vec::new();
    let mut rest = lexemes.as_slice();
    while let Some((first, tail)) = rest.split_first() {
        let (token, left) = match first {
            Lexeme::Digits(digits, exponent) => (Token::Digits(digits.clone(), *exponent), tail),
            Lexeme::Sign(sign) if sign == "(" => (Token::Open, tail),
            Lexeme::Sign(sign) if sign == ")" => (Token::Close, tail),
            Lexeme::Sign(sign) => (known(sign, text, sign)?, tail),
            Lexeme::Word(word) => phrase(rest, word, text)?,
        };
        found.push(token);
        rest = left;
    }
    Ok(found)
}

/// The longest phrase that words begin with.
fn phrase<'a>(rest: &'a [Lexeme], first: &str, text: &str) -> Result<(Token, &'a [Lexeme]), Unclear> {
    let words: Vec<String> = rest
        .iter()
        .take(lexicon::LONGEST)
        .map_while(|lexeme| if let Lexeme::Word(word) = lexeme { Some(word.to_lowercase()) } else { None })
        .collect();
    for length in (1..=words.len()).rev() {
        let phrase = words.get(..length).unwrap_or_default().join(" ");
        if let Some(kind) = lexicon::kind(&phrase) {
            return Ok((Token::Known(kind, phrase), rest.get(length..).unwrap_or_default()));
        }
    }
    let tail = rest.get(1..).unwrap_or_default();
    match Currency::try_from(first.to_owned()) {
        Ok(currency) => Ok((Token::Money(currency), tail)),
        Err(_) => known(first, text, first).map(|token| (token, tail)),
    }
}

fn known(phrase: &str, text: &str, word: &str) -> Result<Token, Unclear> {
    lexicon::kind(phrase)
        .map(|kind| Token::Known(kind, phrase.to_owned()))
        .ok_or_else(|| Unclear::UnknownWord { text: text.to_owned(), word: crate::fold::quote(word) })
}

/// Whether the power of ten of an `M` must be chosen.
pub(super) fn has_m(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| matches!(token, Token::Known(Kind::M, _)))
}

/// Reads tokens in one way.
pub(super) fn parse(tokens: &[Token], text: &str, choice: Choice) -> Result<Entered, Unclear> {
    Parser { rest: tokens, text, choice, qualifier: None }.entered()
}

/// A number with its unit.
struct Amount {
    number: Exact,
    exponent: bool,
    /// Whether it begins with zeros as a month does.
    padded: bool,
    scale: Option<i32>,
    unit: Option<EnteredUnit>,
}

struct Parser<'a> {
    rest: &'a [Token],
    text: &'a str,
    choice: Choice,
    qualifier: Option<Qualifier>,
}

impl<'a> Parser<'a> {
    fn entered(mut self) -> Result<Entered, Unclear> {
        let opened = self.eat(|kind| kind == Kind::Opening);
        let mut low = self.amount()?;
        let goes_on = self.eat(|kind| kind == Kind::To || opened && kind == Kind::And);
        let high = if goes_on { Some(self.amount()?) } else { None };
        if !self.rest.is_empty() || opened && high.is_none() {
            return Err(self.no_number());
        }
        let Some(mut high) = high else {
            let step = self.step(&low)?;
            return Ok(Entered {
                step,
                qualifier: self.qualifier,
                unit: low.unit.clone(),
                ..Entered::bare(self.decimal(&low)?)
            });
        };
        // What stands once, behind the second number, holds for both.
        low.scale = low.scale.or(high.scale);
        high.unit = high.unit.or_else(|| low.unit.clone());
        low.unit = low.unit.or_else(|| high.unit.clone());
        let (value, upper) = (self.decimal(&low)?, self.decimal(&high)?);
        let fits = low.unit == high.unit
            && low.scale.is_some() == high.scale.is_some()
            && self.qualifier.is_none()
            // `08-2025` is rather a month.
            && !(low.padded || high.padded)
            && value.compare(upper).is_lt();
        if !fits {
            return Err(Unclear::BadRange { text: self.text.to_owned() });
        }
        let qualifier = Some(Qualifier::Between);
        Ok(Entered { upper: Some(upper), qualifier, unit: low.unit, ..Entered::bare(value) })
    }

    fn amount(&mut self) -> Result<Amount, Unclear> {
        let mut unit = None;
        let (mut negative, mut open) = (false, false);
        let (digits, exponent) = loop {
            let Some((token, rest)) = self.rest.split_first() else { return Err(self.no_number()) };
            self.rest = rest;
            match token {
                Token::Digits(digits, exponent) => break (digits, *exponent),
                Token::Open if !open => open = true,
                Token::Money(currency) => self.set_unit(&mut unit, EnteredUnit::Money(currency.clone()))?,
                Token::Known(kind, phrase) => match kind {
                    Kind::Minus if !negative => negative = true,
                    Kind::To if !negative && is_dash(phrase) => negative = true,
                    Kind::To => return Err(self.vague(phrase, Qualifier::AtMost, Qualifier::Exact)),
                    Kind::Vague(..) if phrase == "+" => {}
                    Kind::Qualifier(_) if lexicon::is_behind(phrase) && phrase != "lebih" => {
                        return Err(self.no_number());
                    }
                    other => self.beside(*other, phrase, &mut unit)?,
                },
                _ => return Err(self.no_number()),
            }
        };
        let Some(number) = lex::value(digits, exponent, self.choice.style) else {
            return Err(self.bad_digits(digits));
        };
        let padded =
            digits.len() > 1 && digits.bytes().all(|byte| byte.is_ascii_digit()) && digits.starts_with('0');
        let mut amount = Amount { number, exponent: exponent.is_some(), padded, scale: None, unit };
        self.behind(&mut amount, &mut negative, &mut open)?;
        if open {
            return Err(self.no_number());
        }
        if negative {
            amount.number = amount.number.negated();
        }
        Ok(amount)
    }

    /// What stands behind a number.
    fn behind(&mut self, amount: &mut Amount, negative: &mut bool, open: &mut bool) -> Result<(), Unclear> {
        while let Some((token, rest)) = self.rest.split_first() {
            match token {
                Token::Close if *open => {
                    *open = false;
                    // Accountants write what is below zero in brackets.
                    *negative = true;
                }
                Token::Open => {
                    let [Token::Known(Kind::Qualifier(qualifier), _), Token::Close, rest @ ..] = rest else {
                        return Err(self.no_number());
                    };
                    self.set_qualifier(*qualifier)?;
                    self.rest = rest;
                    continue;
                }
                Token::Money(currency) => {
                    self.set_unit(&mut amount.unit, EnteredUnit::Money(currency.clone()))?
                }
                Token::Known(Kind::Scale(power), _) if amount.scale.is_none() => amount.scale = Some(*power),
                Token::Known(Kind::M, _) if amount.scale.is_none() => amount.scale = Some(self.choice.m),
                Token::Known(Kind::Percent, _) => self.set_unit(&mut amount.unit, EnteredUnit::Percent)?,
                Token::Known(Kind::Points, _) => self.set_unit(&mut amount.unit, EnteredUnit::Points)?,
                Token::Known(Kind::Noun, noun) => {
                    self.set_unit(&mut amount.unit, EnteredUnit::Noun(noun.clone()))?;
                }
                Token::Known(kind @ (Kind::Currency(_) | Kind::WhichCurrency), phrase) => {
                    self.beside(*kind, phrase, &mut amount.unit)?;
                }
                Token::Known(kind @ Kind::Qualifier(_), phrase) if lexicon::is_behind(phrase) => {
                    self.beside(*kind, phrase, &mut amount.unit)?;
                }
                Token::Known(kind @ Kind::Vague(..), phrase) if phrase == "+" => {
                    self.beside(*kind, phrase, &mut amount.unit)?;
                }
                _ => return Ok(()),
            }
            self.rest = rest;
        }
        Ok(())
    }

    /// What may stand on either side of a number.
    fn beside(&mut self, kind: Kind, phrase: &str, unit: &mut Option<EnteredUnit>) -> Result<(), Unclear> {
        match kind {
            Kind::Qualifier(qualifier) => self.set_qualifier(qualifier),
            Kind::Vague(first, second) => Err(self.vague(phrase, first, second)),
            Kind::Currency(code) => match Currency::try_from(code.to_owned()) {
                Ok(currency) => self.set_unit(unit, EnteredUnit::Money(currency)),
                Err(_) => Err(self.no_number()),
            },
            Kind::WhichCurrency => {
                Err(Unclear::WhichCurrency { text: self.text.to_owned(), sign: phrase.to_owned() })
            }
            _ => Err(self.no_number()),
        }
    }

    fn eat(&mut self, test: impl Fn(Kind) -> bool) -> bool {
        match self.rest.split_first() {
            Some((Token::Known(kind, _), rest)) if test(*kind) => {
                self.rest = rest;
                true
            }
            _ => false,
        }
    }

    fn set_qualifier(&mut self, qualifier: Qualifier) -> Result<(), Unclear> {
        if self.qualifier.is_some_and(|other| other != qualifier) {
            return Err(self.no_number());
        }
        self.qualifier = Some(qualifier);
        Ok(())
    }

    fn set_unit(&self, unit: &mut Option<EnteredUnit>, new: EnteredUnit) -> Result<(), Unclear> {
        if unit.as_ref().is_some_and(|other| *other != new) {
            return Err(self.no_number());
        }
        *unit = Some(new);
        Ok(())
    }

    fn decimal(&self, amount: &Amount) -> Result<dataset::Decimal, Unclear> {
        if amount.exponent && amount.number.exponent > 0 {
            return Err(Unclear::LostDigits { text: self.text.to_owned() });
        }
        amount
            .number
            .shift(amount.scale.unwrap_or(0))
            .to_decimal()
            .map_err(|unfit| super::unfit(self.text, unfit))
    }

    /// The place of the last digit, where a word for a power of ten moves it.
    fn step(&self, amount: &Amount) -> Result<Option<dataset::Decimal>, Unclear> {
        let Some(power) = amount.scale else { return Ok(None) };
        let step = Exact { units: 1, exponent: amount.number.exponent + power };
        step.to_decimal().map(Some).map_err(|unfit| super::unfit(self.text, unfit))
    }

    fn no_number(&self) -> Unclear {
        Unclear::NotANumber { text: self.text.to_owned() }
    }

    fn bad_digits(&self, digits: &str) -> Unclear {
        let count = digits.bytes().filter(u8::is_ascii_digit).count();
        if count > 19 {
            super::unfit(self.text, Unfit::TooLarge)
        } else {
            Unclear::BadGroups { text: self.text.to_owned() }
        }
    }

    fn vague(&self, word: &str, first: Qualifier, second: Qualifier) -> Unclear {
        Unclear::TwoQualifiers { text: self.text.to_owned(), word: word.to_owned(), first, second }
    }
}

fn is_dash(phrase: &str) -> bool {
    matches!(phrase, "-" | "–" | "—")
}
