console.log(/a+/gi, [/[/]/], 'a1b22'.match(/\d+/g), 'x1'.match(/(?<l>\w)(\d)/), [...'a1b2'.matchAll(/\d/g)].length);
