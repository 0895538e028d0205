/** What customers call themselves. */
export const names = {
  nl: `Marieke de Jong|Pieter Vos|Anneke Hoekstra|Sander Meijer|Fatima Bouali|Wim Zijlstra|Lotte van Dam|Johan Kuiper|Roos Venema|Ahmed Yilmaz|Geertje Bos|Thijs Brouwer|Saskia Huizinga|Emre Kaya|Bart Doornbos|Ilse Wolters|Jan-Willem Smit|Carla Noordhof|Ruben Stiekema|Hennie Mulder|Noor Visser|Gerrit Pot|Sanne de Vries|Mohamed El Idrissi|Tineke Oosterhof|Joost Berends|Eva Rozema|Klaas Wiegman|Femke Lanting|Daniël Cohen|Wietske Hofman|Rik Scholtens|Anouk Verbeek|Harm Bulthuis|Yara Benali|Lucas Timmer|Mirjam Dallinga|Ton Jansen|Esmee Kamphuis|Sjoerd Ubels|Petra van Houten|Mark Hamming|Jantina Veldman|Olivier Maas|Linda Ensing|Ali Osman|Bregje Koops|Dirk Slagter|Manon Peters|Evert Wolthuis|Hanneke Bolt|Jorrit de Haan|Charlotte d’Ancona|Kees Tuinstra|Maaike Dekens|Stijn Prins|Rianne Groen|Willem Buist|Zoë Bakels|Frank Nijland|Tess Arends|Jaap Medema|Ingrid Kolk|Bas Reitsma|Naomi Pattiasina|Gijs Holthuis|Dineke Spa|Vincent Abels|Loes Haveman|Erik Tammens`.split(
    '|',
  ),
  en: `Priya Nair|James Whitfield|Chen Wei|Sofia Rossi|Oluwaseun Adeleke|Hannah Müller|Lucía Fernández|Tom O’Brien|Aisha Rahman|Mateusz Nowak|Emily Carter|Yuki Tanaka|Andrei Popescu|Fatou Diallo|Jonas Lindqvist|Maria Papadopoulou|Ravi Shah|Chloé Martin|David Okafor|Anna Kowalska|Santiago Gómez|Leila Hosseini|Ben Turner|Elena Petrova|Kofi Mensah|Isabella Costa|Oksana Shevchenko|Minh Nguyen|Rebecca Stone|Arjun Patel|Zeynep Aksoy|Liam Murphy|Katarína Horváth|Omar Farouk|Grace Mwangi|Nikolai Ivanov`.split(
    '|',
  ),
}
