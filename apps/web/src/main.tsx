document.title = 'GymGenius'
