# Pages.pm
#	Converts an article to forms in which it may be stored: several kinds of HTML, and hard-wrapped lines.
#
# Takes an article with one paragraph per line, as UTF-8 bytes.  What each style inserts at a place
# depends only on the article and the place, so that the same article gives the same page.

package Pages;

use strict;
use warnings;
use utf8;
use Encode qw(decode encode);
use Exporter 'import';

our @EXPORT = qw(pages wrapped);

my %named = (0x22 => 'quot', 0x26 => 'amp', 0x27 => 'apos', 0x2018 => 'lsquo', 0x2019 => 'rsquo', 0x201c => 'ldquo', 0x201d => 'rdquo',
	0x2013 => 'ndash', 0x2014 => 'mdash', 0x2026 => 'hellip', 0xa0 => 'nbsp', 0xe9 => 'eacute', 0xe1 => 'aacute', 0xf6 => 'ouml', 0xfc => 'uuml');

# Pseudorandom and repeatable.
my $state = 1;
sub chance { $state = ($state * 1103515245 + 12345) & 0x7fffffff; return ($state >> 8) % $_[0] }

sub escape
{
	my ($text) = @_;
	$text =~ s/&/&amp;/g;
	$text =~ s/</&lt;/g;
	$text =~ s/>/&gt;/g;
	return $text;
}

sub pick { return $_[chance(scalar @_)] }

# Content that is never text.
sub junk
{
	return pick(
		qq{<!-- “Cut this,” said the editor. -->}, qq{<script type="text/javascript">var s = "<p>“No,” said Bert Vane.</p>"; if (a < b && c > d) say('x');</script>},
		qq{<img src="/i/1.jpg" alt='"A nice day," said Bert Vane' width=640>}, qq{<style>.a > .b { content: "“" }</style>},
		qq{<svg viewBox="0 0 1 1"><title>Share “this”</title><path d="M0 0"/></svg>}, qq{<iframe src="https://example.org/?a=1&b=2"></iframe>},
		qq{<noscript><img src="/p.gif" alt="x"></noscript>}, qq{<template><p>“Card,” said Otto.</p></template>});
}

sub feed
{
	my $page = join('', map { '<p>' . escape($_) . "</p>\n" } @_);
	return chance(2) ? "<![CDATA[$page]]>" : $page;
}

sub cms
{
	my $number = 0;
	my $page = qq{<div class="article" data-title='He said "no"'>\n  <div class="article__body">\n};
	for my $paragraph (map { escape($_) } @_)
	{
		$number++;
		$page .= qq{    } . junk() . "\n" unless chance(3);
		$page .= qq{    <figure class="image"><picture><source srcset="/a.webp"><img src="/a.jpg" alt="A pier"></picture>}
			. qq{<figcaption>The pier, as Bert Vane saw it. “Lovely,” he said. Photo: Lindby Gazette</figcaption></figure>\n} if $number % 5 == 3;
		$page .= chance(2) ? qq{    <div class="text" id="p$number"><span>$paragraph</span></div>\n} : qq{    <div><p class="text">$paragraph</p>\n    </div>\n};
	}
	return "$page  </div>\n</div>\n";
}

# Names are links; some words, or parts of words, are emphasised.
sub links
{
	return join('', map {
		my $paragraph = escape($_);
		$paragraph =~ s{\b(\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)\b}{
			pick("<a href=\"/people?name=x&amp;y=1\" title=\"All about $1 > here\">$1</a>", "<strong>$1</strong>", "<a\n href='/p/1' class=name>$1</a>", $1)}ge;
		$paragraph =~ s{(?<![\w;&/"'<=-])(\p{Ll}{3})(\p{Ll}{2,})\b(?![^<>]*>)}{chance(9) ? "$1$2" : pick("<em>$1$2</em>", "<b>$1</b>$2", "$1<i>$2</i>", "<span style=\"color:red\">$1$2</span>", "$1<wbr>$2")}ge;
		$paragraph =~ s{(“)([^”<>]+)(”)}{chance(3) ? "$1$2$3" : "$1<em>$2</em>$3"}ge;
		"<p>$paragraph</p>";
	} @_);
}

# All marks and letters outside ASCII as named or numeric entities.
sub entities
{
	return join("\n", map {
		my $paragraph = $_;
		$paragraph =~ s{([^\x20-\x7e]|[&<>"'])(.?)}{
			my ($c, $next) = (ord $1, $2);
			my $name = $named{$c};
			my $bare = defined $name && $name =~ /^(quot|amp|nbsp|eacute|aacute|ouml|uuml)$/ && $next !~ /[A-Za-z0-9;=]/ && !chance(4);
			my $entity = $bare ? "&$name" : defined $name && chance(2) ? "&$name;" : chance(2) ? "&#$c;" : sprintf(chance(2) ? '&#x%x;' : '&#X%04X;', $c);
			pos($paragraph) = undef;
			$entity . ($next =~ /[^\x20-\x7e]|[&<>"']/ ? sprintf('&#%d;', ord $next) : $next)}ges;
		$paragraph =~ s/\b(Mr\.?|Mrs\.?|Ms\.?|Dr\.?|said|told) /$1&nbsp;/g;
		"<p>$paragraph</p>";
	} @_);
}

sub minified
{
	my $number = 0;
	return join('', map { ++$number % 4 ? '<P CLASS=a>' . escape($_) : '<p>' . escape($_) . '<br><br>' } @_);
}

sub xhtml
{
	my $page = qq{<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n}
		. qq{<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n<title>“A title,” said Bert Vane</title>\n<meta name="a" content="“b”, said c" />\n}
		. qq{<style type="text/css">/*<![CDATA[*/ p { quotes: "“" "”" } /*]]>*/</style>\n</head>\n<body>\n<nav><ul><li><a href="/">Home</a></li></ul></nav>\n};
	for my $paragraph (map { escape($_) } @_)
	{
		my $width = 60 + chance(60);
		$paragraph =~ s/ /chance(40) ? ' ' : ' <!-- ad: "x" said y --> '/ge;
		$paragraph =~ s/(.{$width}[^ ]*) (?![^<]*>)/$1\n  /g;
		$page .= qq{<script type="text/javascript">\n//<![CDATA[\nif (a < b) { document.write("<p>said</p>"); }\n//]]>\n</script>\n} unless chance(4);
		$page .= qq{<p>\n  $paragraph\n</p>\n};
		$page .= qq{<hr />\n<img src="a.jpg" alt="a" />\n} unless chance(5);
	}
	return "$page</body>\n</html>\n";
}

# As in a blog: only inline elements, with the lines unchanged.
sub blog
{
	return join("\n\n", map {
		my $paragraph = escape($_);
		$paragraph =~ s{\b(\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)\b}{chance(2) ? "<a href=\"/x\">$1</a>" : $1}ge;
		$paragraph;
	} @_) . "\n<!--more-->\n";
}

# Old-style tables and fonts.
sub table
{
	return qq{<TABLE WIDTH="100%" BORDER=0><TR><TD VALIGN=top><FONT FACE="Arial" SIZE=2>\n}
		. join("\n<BR><BR>\n", map { my $p = escape($_); $p =~ s/(“[^”]*”)/<I>$1<\/I>/ unless chance(3); $p } @_) . qq{</FONT></TD></TR></TABLE>};
}

# Invisible content, inserted in words of more than three letters.
sub unseen
{
	my ($word) = @_;
	return $word if $word !~ /^\p{L}{4,}$/ || chance(12);
	my $at = 2 + chance(length($word) - 3);
	return substr($word, 0, $at) . pick('&shy;', "\x{ad}", '&#173;', '<wbr>', '<WBR>', '&#8203;', "\x{200b}", '&ZeroWidthSpace;', "\x{2060}", "\x{feff}",
		'<!-- -->', '<span></span>', '<B></B>', '<a name=x></a>') . substr($word, $at);
}

# All at once: elements within names and words, unseen characters, entities without semicolon, elements in capitals, paragraphs by
# tables, lists and <br>.
sub nasty
{
	my @paragraphs = map {
		my $paragraph = join(' ', map { unseen($_) } split / /, escape($_));
		$paragraph =~ s{(?<![\w&/"'<=;-])(\p{Lu}\p{Ll}+) (\p{Lu})(\p{Ll}+)(?![\w&;<])}{
			pick("<B><i>$1</i></B> <a href='/p?a=1&b=\"2\"'><SPAN class=n>$2</SPAN>$3</a>", "<strong>$1&nbsp;<em>$2</em>$3</strong>", "$1&#160<FONT color=red>$2$3</FONT>", "$1 $2$3")}ge;
		$paragraph =~ s/(\w)’(\w)/chance(2) ? "$1&rsquo;$2" : "$1&#8217$2"/ge;
		$paragraph =~ s/ (?=[^<>]*(?:<|$))/chance(25) ? ' ' : pick('&nbsp;', '&#160;', "\n", "  \n ", '<!--x--> ', ' <![CDATA[ “no” ]]>')/ge;
		$paragraph;
	} @_;
	my $page = qq{<!DOCTYPE HTML>\n<HTML><BODY BGCOLOR=white><TABLE><TR><TD width=10>&nbsp;</TD><TD>\n};
	while (@paragraphs)
	{
		my @some = splice @paragraphs, 0, 1 + chance(4);
		my $way = chance(4);
		$page .= $way == 0 ? join('<br><br>', @some) . '<BR/><BR/>' : $way == 1 ? '<P>' . join("\n<P>", @some)
			: $way == 2 ? '<TABLE><TBODY>' . join('', map { "<TR><TD>$_</TD></TR>" } @some) . '</TABLE>'
			: '<UL>' . join('', map { "<LI>$_" } @some) . '</UL>';
		$page .= junk() unless chance(3);
	}
	return "$page</TD></TR></TABLE></BODY></HTML>";
}

# An article with short lines is already wrapped: its paragraphs end at empty lines.
sub paragraphs
{
	my $text = decode('UTF-8', $_[0]);
	my %code = reverse %named;
	$text =~ s/&#(\d+);/chr $1/ge;
	$text =~ s/&(\w+);/exists $code{$1} ? chr $code{$1} : "&$1;"/ge;
	return grep { /\S/ } split /\n/, $text if $text =~ /.{100}/;
	return map { s/\s+/ /gr } split /\n\s*\n/, $text;
}

# The article in each style: pairs of a name and a page.
sub pages
{
	my ($article) = @_;
	my @paragraphs = paragraphs($article);
	my %style = (feed => \&feed, cms => \&cms, links => \&links, entities => \&entities, minified => \&minified, xhtml => \&xhtml,
		blog => \&blog, table => \&table, nasty => \&nasty);

	$state = length $article;
	return map {; $_ => encode('UTF-8', $style{$_}->(@paragraphs)) } sort keys %style;
}

# The lines of a paragraph, none longer than the width unless a single word is.
sub lines
{
	my ($paragraph, $width, $first, $hyphens) = @_;
	my @lines = ($first);
	for my $word (split / +/, $paragraph)
	{
		if ($lines[-1] !~ /\S/) { $lines[-1] .= $word }
		elsif (length($lines[-1]) + 1 + length($word) <= $width) { $lines[-1] .= " $word" }
		elsif ($hyphens && $word =~ /^([\p{L}“]{3,5})(\p{Ll}{4,}.*)$/ && length($lines[-1]) + length($1) + 2 <= $width) { $lines[-1] .= " $1-"; push @lines, $2 }
		else { push @lines, $word }
	}
	return @lines;
}

# The article with lines of a width: an empty line, an indent or nothing between paragraphs, LF or CR LF, quoted or not, with words hyphenated or not.
sub wrapped
{
	my ($article, $width, %option) = @_;
	my @paragraphs = paragraphs($article);
	my $break  = $option{crlf}   ? "\r\n" : "\n";
	my $quoted = $option{quoted} ? '> '   : '';
	my $between = $option{indent} || $option{dense} ? '' : $quoted ? ">$break" : $break;
	return encode('UTF-8', join($between, map { join('', map { "$quoted$_$break" } lines($_, $width, ' ' x ($option{indent} || 0), $option{hyphens})) } @paragraphs));
}

1;
